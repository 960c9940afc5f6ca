import type { Alea } from '../alea.ts';
import { computeJourSemaine, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import type { Chantier } from './chantier.ts';
import type { Structure } from './murs.ts';

const ANNEES = [2025, 2026, 2027];
/** Lundi qui suit le jour figé : une crèche y tient sa journée pédagogique. */
const LUNDI = parseNumero(JOUR_DEMO) + 2;

/** Trois semaines d'été, une de fin d'année, trois journées pédagogiques, et de rares travaux. */
export function addFermetures({ lignes }: Chantier, structure: Structure, alea: Alea): void {
  const add = (du: Numero, au: Numero, motif: string, libelle: string) => {
    if (structure.fermetures.some((f) => f.du <= au && du <= f.au)) return;
    structure.fermetures.push({ du, au });
    lignes['eaje.fermeture'].push({
      id: alea.identifiant(du - 200),
      etablissementId: structure.id,
      periode: formatPeriode(du, au),
      motif,
      libelle,
    });
  };
  if (structure.rang === 6) add(LUNDI, LUNDI, 'PEDAGOGIQUE', 'Journée pédagogique : l’accueil des parents');
  for (const annee of ANNEES) {
    const ete = findLundi(parseNumero(`${annee}-07-27`)) + alea.choix([0, 7, 7, 7, 14]);
    add(ete, ete + 18, 'CONGES', 'Fermeture d’été');
    add(parseNumero(`${annee}-12-24`), parseNumero(`${annee}-12-31`), 'CONGES', 'Fermeture de fin d’année');
    for (const jour of [`${annee}-01-05`, `${annee}-05-11`, `${annee}-10-05`]) {
      const le = findLundi(parseNumero(jour)) + alea.choix([0, 4, 4, 7, 11]);
      add(le, le, 'PEDAGOGIQUE', alea.choix(['Journée pédagogique', 'Journée pédagogique : projet d’établissement']));
    }
    if (alea.chance(0.12)) {
      const le = findLundi(parseNumero(`${annee}-02-02`) + alea.entier(0, 120));
      add(le, le + alea.entier(0, 3), 'TRAVAUX', alea.choix(['Chaudière', 'Dégât des eaux', 'Réfection des sols']));
    }
  }
}

const findLundi = (le: Numero): Numero => le + ((8 - computeJourSemaine(le)) % 7);
