/**
 * Les délais que le département se donne (PMI-06, EVT-04) : pratiques, réglées par ses paramètres.
 *
 * Ce que dit le texte : une injonction fixe toujours son délai (CSP L2324-3 I) : sans lui, elle ne s'inscrit pas. Aucun texte ne chiffre
 * les autres.
 * Comment il est lu ici : le délai d'une mesure court du jour du contrôle ; celui d'un fait, du jour ou de l'heure du fait selon sa gravité.
 * Sans heure, les heures se comptent depuis le début du jour, au plus tôt.
 * Non traité : les rappels avant le terme, qui sont ceux des alertes.
 */
import { type CleParametre, readParametre } from '#modules/organisation/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { computeTerme, computeTermeEnHeures, type Dossier, type FaitDate, type Terme } from '#shared/obligation.ts';
import type { NatureMesure } from '../suite.ts';

export type Reglages = Pick<Dossier, 'parametres'>;

const MESURES = {
  RECOMMANDATION: 'creches.recommandation-jours',
  PRESCRIPTION: 'creches.prescription-jours',
  MISE_EN_DEMEURE: 'creches.mise-en-demeure-jours',
} as const satisfies Record<Exclude<NatureMesure, 'INJONCTION'>, CleParametre>;
const FAITS = {
  1: 'creches.fait-gravite-1-jours',
  2: 'creches.fait-gravite-2-heures',
  3: 'creches.fait-gravite-3-jours',
  4: 'creches.fait-gravite-4-heures',
} as const satisfies Record<number, CleParametre>;
type GraviteFait = keyof typeof FAITS;
export const isGraviteFait = (gravite: number): gravite is GraviteFait => gravite in FAITS;

/** Les clés qu'un écran ou une commande demande à la base. */
export const CLES_DELAIS = [...Object.values(MESURES), ...Object.values(FAITS)] as const;

/** Jours pour réaliser ; rien pour une injonction, que seul son acte date. */
export function findJoursParDefaut(nature: NatureMesure, reglages: Reglages): number | null {
  return nature === 'INJONCTION' ? null : readParametre(reglages, MESURES[nature]);
}

/** Le dernier jour pour réaliser. */
export function computeDelaiParDefaut(
  nature: NatureMesure,
  controleLe: JourCivil,
  reglages: Reglages,
): JourCivil | null {
  const jours = findJoursParDefaut(nature, reglages);
  return jours === null ? null : addJours(controleLe, jours);
}

/** Quand un fait de cette gravité doit être dit hors de la crèche : un jour, ou un instant si le délai est en heures. */
export function computeTermeDInformation(
  fait: Pick<FaitDate, 'date' | 'instant'>,
  gravite: GraviteFait,
  reglages: Reglages,
): Terme {
  const raison = `Fait de gravité ${gravite}`;
  const valeur = readParametre(reglages, FAITS[gravite]);
  if (gravite === 2 || gravite === 4) return computeTermeEnHeures(fait, valeur, raison);
  return computeTerme(fait.date, { valeur, unite: 'jour' }, 'protection', raison);
}

/** « 3 · à dire le jour même » : ce que chaque gravité demande. */
export function formatGravites(reglages: Reglages): Record<`${GraviteFait}`, string> {
  const dire = (gravite: GraviteFait): string => {
    const valeur = readParametre(reglages, FAITS[gravite]);
    if (gravite === 2 || gravite === 4) return `sous ${valeur} heure${valeur > 1 ? 's' : ''}`;
    return valeur === 0 ? 'le jour même' : `sous ${valeur} jour${valeur > 1 ? 's' : ''}`;
  };
  return {
    '1': `1 · à dire ${dire(1)}`,
    '2': `2 · à dire ${dire(2)}`,
    '3': `3 · à dire ${dire(3)}`,
    '4': `4 · à dire tout de suite au téléphone, et par écrit ${dire(4)}`,
  };
}
