/**
 * Une information qui revient : combien de fois, pour le même enfant ou sa fratrie, en douze mois.
 *
 * Ce que dit le texte : rien ; la répétition est un signe que la pratique et le référentiel national d'évaluation demandent de voir.
 * Comment il est lu ici : on compte celle-ci et celles reçues dans les douze mois qui la précèdent, quelle que soit leur suite. Une même
 * adresse ne compte pas : un immeuble a beaucoup de familles. Un élément nouveau n'est pas une information de plus.
 */
import { addMois, type JourCivil } from '#shared/jour-civil.ts';
import type { NatureLien } from '../information.ts';

const FENETRE_MOIS = 12;
const COMPTENT: readonly NatureLien[] = ['meme-enfant', 'fratrie', 'suite'];

/** Le rang de cette information parmi celles du foyer en douze mois ; nul si elle est la première. */
export function findRepetition(
  recueLe: JourCivil,
  liees: readonly { recueLe: JourCivil; nature: NatureLien }[],
): { rang: number; depuis: JourCivil } | null {
  const debut = addMois(recueLe, -FENETRE_MOIS);
  const comptees = liees.filter(
    (liee) => COMPTENT.includes(liee.nature) && liee.recueLe >= debut && liee.recueLe <= recueLe,
  );
  return comptees.length === 0 ? null : { rang: comptees.length + 1, depuis: debut };
}
