import { type FaitsDeSaisine, isEvaluationImpossible } from '../rules/saisine.ts';

type Evaluee = FaitsDeSaisine & { rapport: { proposition: string | null; argumentaire: string | null } };

/** Ce que l'évaluation permet déjà d'écrire d'un signalement. */
export function buildSaisinePreparee(faits: Evaluee) {
  const { proposition, argumentaire } = faits.rapport;
  return {
    motifSaisine: isEvaluationImpossible(faits) ? 'evaluation-impossible' : null,
    argumentaire: proposition === 'saisine' ? argumentaire : null,
  };
}
