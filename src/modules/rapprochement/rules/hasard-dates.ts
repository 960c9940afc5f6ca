/** Ce que le hasard seul donne d'accords entre deux dates de naissance. */
import { type AccordDate, compareDates } from './accord-date.ts';
import type { DateLue } from './date-lue.ts';

export type HasardDesDates = Readonly<Record<AccordDate, number>>;

const TIRAGES = 40_000;
const TIRAGES_SANS_LISTE = 8_000;
const POIDS_DU_SUPPOSE = 4_000;

/**
 * Mesuré sur des paires tirées de la liste, à défaut de dates réparties également sur `annees` années. Les accords trop
 * rares pour un tirage sont supposés d'après le nombre de jours.
 */
export function computeHasardDesDates(dates: readonly DateLue[], annees: number): HasardDesDates {
  const assez = dates.length >= 50;
  const pick = createTirage(assez ? dates : listRegulieres(annees));
  const comptes = buildSupposes(annees);
  for (let i = 0; i < (assez ? Math.min(TIRAGES, dates.length * 20) : TIRAGES_SANS_LISTE); i += 1) {
    const [a, b] = [pick(), pick()];
    if (a && b && a.jour && b.jour && a.mois && b.mois) comptes[compareDates(a, b)] += 1;
  }
  const completes = ACCORDS_COMPLETS.reduce((somme, accord) => somme + comptes[accord], 0);
  for (const accord of ACCORDS_COMPLETS) comptes[accord] /= completes;
  return comptes;
}

const ACCORDS_COMPLETS: readonly AccordDate[] = [
  'meme',
  'jour-mois',
  'un-chiffre',
  'chiffres-croises',
  'jour-ou-mois',
  'annee',
  'deux-chiffres',
  'meme-annee',
  'different',
];

function buildSupposes(annees: number): Record<AccordDate, number> {
  const jours = annees * 365.25;
  const parts = {
    meme: 1 / jours,
    'jour-mois': 0.4 / jours,
    'un-chiffre': 20 / jours,
    'chiffres-croises': 4 / jours,
    'jour-ou-mois': 30 / jours,
    annee: 1 / 365,
    'deux-chiffres': Math.min(0.2, 180 / jours),
    'meme-annee': Math.min(0.5, 1 / annees),
    different: 0.9,
  };
  const comptes = Object.entries(parts).map(([accord, part]) => [accord, part * POIDS_DU_SUPPOSE]);
  const partielles = { 'annee-et-mois': 1 / (12 * annees), 'annee-seule': 1 / annees, 'annee-voisine': 2 / annees };
  return { ...(Object.fromEntries(comptes) as Record<keyof typeof parts, number>), ...partielles };
}

function createTirage(dates: readonly DateLue[]): () => DateLue | undefined {
  let etat = 54_321;
  return () => {
    etat = (Math.imul(etat, 1_664_525) + 1_013_904_223) >>> 0;
    return dates[Math.floor((etat / 0x1_0000_0000) * dates.length)];
  };
}

function listRegulieres(annees: number): DateLue[] {
  const deux = (n: number) => String(n).padStart(2, '0');
  return Array.from({ length: Math.max(1, Math.round(annees)) * 36 }, (_, rang) => ({
    annee: String(2_024 - Math.floor(rang / 36)),
    mois: deux((rang % 12) + 1),
    jour: deux(((rang * 11) % 28) + 1),
  }));
}
