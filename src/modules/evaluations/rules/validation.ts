/**
 * La validation d'un rapport d'évaluation.
 *
 * Ce que dit la règle : le circuit veut un valideur qui n'est pas évaluateur (référentiel métier § 2.3) ; le président peut déléguer
 * sa signature pour valider un rapport (CGCT L3221-3). La validation précède la décision : aucun texte ne la réserve au président.
 * Comment elle est lue ici : valide qui en a l'habilitation, encadre l'unité, et n'a jamais été de l'équipe ; la base le refuse aussi.
 * Là où une délégation « Valider un rapport d'évaluation » est en vigueur ce jour, elle est demandée ; là où il n'y en a pas,
 * l'habilitation suffit.
 * Non traité : la validation par deux personnes.
 */
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, type Verdict } from '#shared/verdict.ts';

const SEPARATION: TexteLegal = {
  code: 'Référentiel',
  article: '§ 2.3, validateur distinct de l’évaluateur',
  source: 'Référentiel protection de l’enfance § 2.3',
  confiance: 'local',
};

/** `ontEvalue` : tous ceux qui ont été de l'équipe. `signature` : ce que dit la délégation, nul si l'acte n'est pas délégué ici. */
export function evaluateValidation(
  agentId: string,
  { ontEvalue, signature }: { ontEvalue: readonly string[]; signature: Verdict | null },
): Verdict {
  if (ontEvalue.includes(agentId))
    return {
      issue: 'refuse',
      motif: 'Vous avez été de l’équipe d’évaluation : une autre personne valide ce rapport.',
      textes: [SEPARATION],
      etapes: [],
    };
  return signature ?? accepte();
}
