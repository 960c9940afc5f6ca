/** La journée d'une crèche en quarts d'heure, prête à dessiner ; et ce qu'elle dit à qui ne la voit pas. */
import { formatMinutes, PAS } from '#shared/quart-d-heure.ts';
import type { Journee } from '../prevision.ts';
import { computeEtatQuart, computeManqueDuQuart, type EtatQuart, listSousTaux } from '../rules/manque.ts';
import { formatPlages, listPlages } from '../rules/quarts.ts';

export type Axe = Readonly<{ debut: number; fin: number }>;

/** Un tracé par état, en dixièmes de quart d'heure : une ligne de la liste pèse alors moins d'un kilo-octet. */
export type BandeVue = Readonly<{
  largeur: number;
  traces: readonly Readonly<{ etat: EtatQuart; d: string }>[];
  enfants: string;
  texte: string;
}>;

const QUART = 10;
export const HAUTEUR_BANDE = 30;
const ETATS = ['vide', 'marge', 'exact', 'sous'] as const;

export function buildBande(journee: Journee, axe: Axe): BandeVue {
  const { ouvre, nombre } = journee;
  const decalage = ((ouvre - axe.debut) / PAS) * QUART;
  const traces: Record<EtatQuart, string> = { vide: '', marge: '', exact: '', sous: '' };
  for (let quart = 0; quart < nombre; quart += 1) {
    const etat = computeEtatQuart(journee, quart);
    // Ce qui manque dépasse, en haut et en bas : la forme le dit autant que la couleur.
    const bord = etat === 'sous' ? 0 : 4;
    traces[etat] += `M${decalage + quart * QUART} ${bord}h9v${HAUTEUR_BANDE - 2 * bord}h-9z`;
  }
  return {
    largeur: ((axe.fin - axe.debut) / PAS) * QUART,
    traces: ETATS.filter((etat) => traces[etat] !== '').map((etat) => ({ etat, d: traces[etat] })),
    enfants: buildLigneEnfants(journee, { decalage, hauteur: HAUTEUR_BANDE }),
    texte: formatBande(journee),
  };
}

/** Les enfants attendus, rapportés à la capacité ou à la pointe si elle la dépasse. */
export function buildLigneEnfants(
  { nm, m, capacite, nombre }: Journee,
  { decalage, hauteur }: Readonly<{ decalage: number; hauteur: number }>,
): string {
  const enfants = Array.from({ length: nombre }, (_, quart) => (nm[quart] ?? 0) + (m[quart] ?? 0));
  const sommet = Math.max(1, ...capacite, ...enfants);
  return enfants
    .map((combien, quart) => {
      const y = hauteur - 2 - (combien / sommet) * (hauteur - 4);
      return `${decalage + quart * QUART + QUART / 2},${Math.round(y * 10) / 10}`;
    })
    .join(' ');
}

/** « Sous le taux : 9 h 30–11 h, il manque un professionnel. 53 enfants attendus au plus. » */
function formatBande(journee: Journee): string {
  const sous = listSousTaux(journee);
  const enfants = Math.max(0, ...Array.from(journee.nm, (nm, quart) => nm + (journee.m[quart] ?? 0)));
  const attendus = `${enfants} enfant${enfants > 1 ? 's' : ''} attendu${enfants > 1 ? 's' : ''} au plus.`;
  if (sous.length === 0) return `Le taux est tenu toute la journée. ${attendus}`;
  const manque = Math.max(...sous.map((quart) => computeManqueDuQuart(journee, quart)));
  const combien = manque === 1 ? 'un professionnel' : `jusqu’à ${manque} professionnels`;
  return `Sous le taux : ${formatPlages(listPlages(journee, sous))}, il manque ${combien}. ${attendus}`;
}

/** Les heures que l'axe écrit, et où, en centièmes de sa largeur. */
export function listHeures({ debut, fin }: Axe, pas = 120) {
  const heures: { texte: string; place: number; ancre: 'start' | 'middle' }[] = [];
  for (let minute = Math.ceil(debut / pas) * pas; minute < fin; minute += pas) {
    const place = Math.round(((minute - debut) / (fin - debut)) * 10_000) / 100;
    heures.push({ texte: formatMinutes(minute), place, ancre: place < 2 ? 'start' : 'middle' });
  }
  return heures;
}

/** De la première ouverture à la dernière fermeture : toutes les bandes d'une page ont le même axe. */
export function computeAxe(journees: readonly Pick<Journee, 'ouvre' | 'nombre'>[]): Axe {
  return {
    debut: Math.min(...journees.map(({ ouvre }) => ouvre), 24 * 60),
    fin: Math.max(...journees.map(({ ouvre, nombre }) => ouvre + nombre * PAS), 0),
  };
}
