/**
 * Saisir le procureur aux fins de saisine du juge des enfants.
 *
 * Ce que dit le texte : le parquet est avisé sans délai d'un danger que les prestations n'ont pas levé, que la famille refuse ou ne
 * peut traiter, qui est grave et immédiat, ou qu'on ne peut évaluer, avec les actions déjà menées (CASF L226-4 I, IP-030 à IP-032) ;
 * la saisine est argumentée (D226-2-7, IP-020).
 * Comment il est lu ici : un signalement se commence incomplet, et ne se signe qu'avec son motif, ses raisons et ce qui a été fait.
 * Non traité : des motifs différents pour deux mineurs du même foyer, qui demandent deux signalements.
 */
import { CASF_L226_4, type EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import { accepte, avertit, computeVerdict, incomplet, type Verdict } from '#shared/verdict.ts';
import type { MotifSaisine } from '../signalement.ts';

/** Ce que l'évaluation dit de ce que l'on signale. */
export type FaitsDeSaisine = {
  rapport: { evaluationImpossible: boolean };
  mineurs: readonly { rencontreImpossible: boolean }[];
};

/** L'évaluation, ou la rencontre d'un des mineurs, a été impossible (IP-019, IP-031). */
export function isEvaluationImpossible({ rapport, mineurs }: FaitsDeSaisine): boolean {
  return rapport.evaluationImpossible || mineurs.some(({ rencontreImpossible }) => rencontreImpossible);
}

/** Tant que rien n'est décidé, un signalement est urgent. */
export function isUrgent(etat: EtatInformation): boolean {
  return etat !== 'decidee';
}

export type Saisine = { motif: MotifSaisine | null; actionsMenees: string | null; argumentaire: string | null };

/** Ce sans quoi un signalement ne se signe pas : son motif, les actions déjà menées, ses arguments (IP-020, IP-030 à IP-032). */
export function evaluateSaisine({ motif, actionsMenees, argumentaire }: Saisine, faits: FaitsDeSaisine): Verdict {
  return computeVerdict([
    motif === null
      ? incomplet(
          ['motifSaisine'],
          'Dites lequel des motifs de la loi fonde la saisine (IP-030, IP-031 : CASF, art. L226-4 I).',
        )
      : accepte(),
    actionsMenees === null
      ? incomplet(
          ['actionsMenees'],
          'Écrivez les actions déjà menées auprès du mineur et de sa famille, ou qu’il n’y en a pas eu (IP-032 : CASF, art. L226-4 I).',
        )
      : accepte(),
    argumentaire === null
      ? incomplet(
          ['argumentaire'],
          'Une saisine se motive : écrivez le danger et ses raisons (IP-020 : CASF, art. D226-2-7).',
        )
      : accepte(),
    motif === 'evaluation-impossible' && !isEvaluationImpossible(faits)
      ? avertit('Le rapport ne dit pas que l’évaluation a été impossible (IP-031).', [CASF_L226_4])
      : accepte(),
  ]);
}
