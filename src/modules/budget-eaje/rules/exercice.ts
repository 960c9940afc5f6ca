/**
 * Ce que dure un exercice, et quand il ne reçoit plus rien (DEP-02).
 *
 * Comment il est lu ici : l'exercice est l'année civile. Une dépense se rattache à l'exercice de sa date ; on l'inscrit encore quelques
 * jours après le 31 décembre, le temps de la journée complémentaire, dont le département fixe la durée. Ensuite l'exercice est clos.
 * Non traité : les restes à réaliser et les rattachements de charges, qui se reprennent sur l'exercice suivant.
 */
import { addJours, differenceEnJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

export const getExercice = (jour: JourCivil): number => Number(jour.slice(0, 4));
export const getFinExercice = (exercice: number): JourCivil => jourCivil(`${exercice}-12-31`);

/** Le dernier jour où l'exercice reçoit une écriture. */
export function computeDernierJour(exercice: number, joursComplementaires: number): JourCivil {
  return addJours(getFinExercice(exercice), joursComplementaires);
}

export function isClos(exercice: number, aujourdhui: JourCivil, joursComplementaires: number): boolean {
  return aujourdhui > computeDernierJour(exercice, joursComplementaires);
}

/** Pourquoi l'exercice ne reçoit plus rien ; rien s'il est ouvert. */
export function formatCloture(exercice: number, aujourdhui: JourCivil, joursComplementaires: number): string | null {
  if (!isClos(exercice, aujourdhui, joursComplementaires)) return null;
  const dernier = formatJour(computeDernierJour(exercice, joursComplementaires), 'long');
  return `L’exercice ${exercice} est clos depuis le ${dernier} : il ne reçoit plus d’écriture. Inscrivez cette dépense sur l’exercice ${exercice + 1}, ou demandez un rattachement aux finances.`;
}

export type Avancement = Readonly<{ total: number; ecoules: number; restants: number }>;

/** Jours de la ligne : tous, écoulés ce jour compris, restants. Jamais négatifs. */
export function computeAvancement(du: JourCivil, jour: JourCivil): Avancement {
  const total = differenceEnJours(du, getFinExercice(getExercice(du))) + 1;
  const ecoules = Math.min(total, Math.max(0, differenceEnJours(du, jour) + 1));
  return { total, ecoules, restants: total - ecoules };
}
