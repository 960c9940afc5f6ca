/**
 * L'équipe d'évaluation (IP-013) : au moins deux professionnels, de métiers qui se complètent.
 *
 * Ce que dit le texte (CASF D226-2-5, à lire sur Légifrance) : l'équipe est pluridisciplinaire et formée.
 * Comment il est lu ici : deux évaluateurs au moins, de deux métiers différents. Le texte n'est pas vérifié : la règle avertit et
 * demande pourquoi, elle n'empêche pas. La proposition d'équipe prend les moins chargés parmi les présents, de métiers différents ;
 * une évaluation en retard pèse comme deux. Qui attribue choisit.
 * Non traité : la formation suivie par chacun, que Marelle ne tient pas encore.
 */
import { CASF_D226_2_5 } from '#modules/informations-preoccupantes/index.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';

const MINIMUM = 2;
/** Ceux dont évaluer est le métier ; d'autres le peuvent aussi, quand ceux-là manquent. */
export const PROFILS_DU_METIER: readonly string[] = ['evaluateur', 'psychologue'];

export function evaluateEquipe(equipe: readonly { metier: string }[]): Verdict {
  const metiers = new Set(equipe.map(({ metier }) => metier));
  if (equipe.length < MINIMUM) return oppose('L’équipe compte moins de deux évaluateurs (IP-013).', [CASF_D226_2_5]);
  if (metiers.size < MINIMUM) return oppose('Les évaluateurs sont tous du même métier (IP-013).', [CASF_D226_2_5]);
  return accepte();
}

export type Candidat = {
  id: string;
  nom: string;
  metier: string;
  enCours: number;
  enRetard: number;
  /** Absent ce jour, ou dans les jours qui viennent. */
  absent: boolean;
};

const computeCharge = ({ enCours, enRetard }: Candidat): number => enCours + enRetard;

/** L'équipe proposée : le moins chargé des présents, puis le moins chargé d'un autre métier. Vide si personne n'est présent. */
export function computeEquipe(candidats: readonly Candidat[]): Candidat[] {
  const presents = candidats
    .filter(({ absent }) => !absent)
    .toSorted((a, b) => computeCharge(a) - computeCharge(b) || (a.nom < b.nom ? -1 : 1));
  const [premier] = presents;
  if (!premier) return [];
  const second = presents.find(({ metier }) => metier !== premier.metier) ?? presents[1];
  return second ? [premier, second] : [premier];
}
