/**
 * Le surnombre : plus d'enfants que de places, jusqu'où.
 *
 * Ce que dit le texte : à un instant, 115 % de la capacité autorisée au plus (R2324-27, CAP-05) ; sur la semaine, l'occupation ne passe
 * pas 100 % de la capacité, modulation comprise (R2324-27, 1°, CAP-06).
 * Comment il est lu ici : l'arrondi de 115 % n'est pas écrit dans le texte lu ; passé l'arrondi au-dessous on avertit, passé l'arrondi
 * au-dessus on refuse.
 * Non traité : les données que la PMI peut demander (CAP-07).
 */
import { accepte, avertit, oppose, type Verdict } from '#shared/verdict.ts';
import type { Bareme } from './bareme.ts';
import { computePlafond } from './effectif-requis.ts';
import { ARRONDI_SURNOMBRE, CSP_R2324_27 } from './textes.ts';

export type BornesSurnombre = Readonly<{ sur: number; auPlus: number }>;

/** Jusqu'où le nombre d'enfants est sûr, et ce qu'aucun arrondi ne permet plus. */
export function computeBornesSurnombre(capacite: number, { surnombre }: Bareme): BornesSurnombre {
  const centiemes = capacite * surnombre.instant;
  return { sur: Math.trunc(centiemes / 100), auPlus: computePlafond(centiemes, 100) };
}

/** CAP-05 : tant d'enfants à la fois, pour cette capacité. */
export function evaluateSurnombre(enfants: number, capacite: number, bareme: Bareme): Verdict {
  const { sur, auPlus } = computeBornesSurnombre(capacite, bareme);
  const etapes = [
    `${capacite} places × ${bareme.surnombre.instant} % : ${sur} enfants, ${auPlus} en arrondissant au-dessus`,
  ];
  if (enfants > auPlus)
    return oppose(`${enfants} enfants à la fois pour ${capacite} places : ${auPlus} au plus.`, [CSP_R2324_27], etapes);
  if (enfants > sur)
    return avertit(
      `${enfants} enfants à la fois pour ${capacite} places : l’arrondi de 115 % est à confirmer avec la PMI.`,
      [ARRONDI_SURNOMBRE],
      etapes,
    );
  return accepte(etapes);
}

/** CAP-06 : les minutes d'enfant d'une semaine contre les minutes de place. */
export function evaluateOccupationHebdomadaire(presence: number, capacite: number, bareme: Bareme): Verdict {
  const etapes = [`${Math.round(presence / 60)} h d’enfant pour ${Math.round(capacite / 60)} h de place`];
  if (presence * 100 > capacite * bareme.surnombre.semaine)
    return oppose('L’occupation de la semaine dépasse la capacité.', [CSP_R2324_27], etapes);
  return accepte(etapes);
}
