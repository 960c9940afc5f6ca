/**
 * L'occupation d'une semaine (CAP-06).
 *
 * Ce que dit le texte : sur la semaine, l'occupation ne passe pas 100 % de la capacité, modulation comprise (R2324-27, 1°).
 * Comment il est lu ici : les minutes d'enfant contre les minutes de place de la même semaine. L'instant se juge dans `eaje` (CAP-05).
 * Non traité : les données que la PMI peut demander (CAP-07).
 */
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import type { Bareme } from './bareme.ts';
import { CSP_R2324_27 } from './textes.ts';

/** Les minutes d'enfant d'une semaine contre les minutes de place. */
export function evaluateOccupationHebdomadaire(presence: number, capacite: number, bareme: Bareme): Verdict {
  const etapes = [`${Math.round(presence / 60)} h d’enfant pour ${Math.round(capacite / 60)} h de place`];
  if (presence * 100 > capacite * bareme.surnombre.semaine)
    return oppose('L’occupation de la semaine dépasse la capacité.', [CSP_R2324_27], etapes);
  return accepte(etapes);
}
