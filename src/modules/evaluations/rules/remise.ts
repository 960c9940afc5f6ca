/**
 * Remettre le rapport d'évaluation : ce qui l'empêche, tout à la fois.
 *
 * Ce que disent les textes : les rencontres et les avis (CASF D226-2-6 II), le volet de chaque mineur (L226-3, D226-2-3), la conclusion
 * et la proposition (D226-2-7) sont ce que l'évaluation doit contenir.
 * Comment ils sont lus ici : la liste entière de ce qui manque est montrée pendant l'évaluation ; la remise est refusée tant qu'il en
 * reste, sous le texte de chaque manque. Un texte à confirmer avertit sans refuser.
 * Non traité : un rapport partiel remis pour un seul mineur du foyer.
 */
import { computeVerdict, oppose, type Verdict } from '#shared/verdict.ts';
import { listManquesDAvis } from './avis.ts';
import type { FaitsEvaluation, Manque } from './faits.ts';
import { listManquesDeConclusion, listManquesDeRedaction } from './rapport.ts';
import { listManquesDeRencontre } from './rencontres.ts';

/** Ce qui manque pour remettre le rapport, dans l'ordre où l'on travaille. */
export function listManques(faits: FaitsEvaluation): Manque[] {
  return [
    ...listManquesDeRencontre(faits),
    ...listManquesDAvis(faits),
    ...listManquesDeRedaction(faits),
    ...listManquesDeConclusion(faits),
  ];
}

/** Le rapport peut-il être remis ? Un refus nomme tout ce qui manque, chaque fois sous sa règle. */
export function evaluateRemise(faits: FaitsEvaluation): Verdict {
  const verdicts = listManques(faits).map(({ regle, motif, textes }) => oppose(`${motif} (${regle})`, textes));
  const refus = verdicts.filter((verdict) => verdict.issue === 'refuse');
  if (refus.length === 0) return computeVerdict(verdicts);
  const textes = [...new Set(refus.flatMap((verdict) => verdict.textes))];
  const combien = refus.length === 1 ? 'un point manque' : `${refus.length} points manquent`;
  const motif = `Le rapport ne peut pas être remis, ${combien} : ${refus.map((verdict) => verdict.motif).join(' ')}`;
  return { issue: 'refuse', motif, textes, etapes: [] };
}
