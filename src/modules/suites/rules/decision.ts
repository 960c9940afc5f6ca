/**
 * Décider des suites d'une évaluation.
 *
 * Ce que dit le texte : le rapport conclut et propose l'une de trois suites, classement, actions adaptées, saisine argumentée de
 * l'autorité judiciaire (CASF D226-2-7, IP-020) ; la décision appartient au président (D226-2-4, à confirmer, IP-021). L'évaluation
 * porte sur tous les mineurs du foyer (L226-3, D226-2-3, IP-012). Si le mineur n'a pas pu être rencontré, l'autorité judiciaire est
 * saisie (D226-2-6 II, IP-019). Le parquet est avisé d'un danger que les prestations n'ont pas levé, que la famille refuse de
 * traiter ou qu'on ne peut évaluer (L226-4 I, IP-030, IP-031).
 * Comment il est lu ici : on décide sur un rapport validé. Un mineur sans volet ou non rencontré ferme le classement ; il ferme aussi
 * les actions adaptées, sauf, s'il n'a pas été rencontré, quand le parquet est déjà avisé. Il ne ferme jamais la saisine, qui
 * protège : elle avertit. Une décision différente de la proposition dit pourquoi.
 * Non traité : une décision différente pour deux mineurs du même foyer.
 */
import {
  CASF_D226_2_3,
  CASF_D226_2_6_II,
  CASF_D226_2_7,
  CASF_L226_3,
  CASF_L226_4,
} from '#modules/informations-preoccupantes/index.ts';
import { isParti } from '#modules/signalements/index.ts';
import { accepte, avertit, computeVerdict, incomplet, oppose, type Verdict } from '#shared/verdict.ts';
import { type CodeDecision, LIBELLE_DECISION } from '../decision.ts';
import type { FaitsSuites, MineurDesSuites } from './faits.ts';

export function evaluateDecision(
  { decision, motifEcart }: { decision: CodeDecision; motifEcart: string | null },
  faits: FaitsSuites,
): Verdict {
  return computeVerdict([
    verifyRapport(faits),
    evaluateVolets(decision, faits),
    evaluateRencontres(decision, faits),
    verifyEcart(decision, motifEcart, faits),
    verifyDanger(decision, faits),
  ]);
}

/** IP-020 */
function verifyRapport({ rapport }: FaitsSuites): Verdict {
  if (rapport.valideLe) return accepte();
  return oppose('On décide sur un rapport validé, avec sa conclusion commune et sa proposition (IP-020).', [
    CASF_D226_2_7,
  ]);
}

/** IP-012 : chaque mineur du foyer a son volet. */
export function evaluateVolets(decision: CodeDecision, { mineurs }: Pick<FaitsSuites, 'mineurs'>): Verdict {
  const sans = mineurs.filter(({ evalue }) => !evalue);
  if (sans.length === 0) return accepte();
  const textes = [CASF_L226_3, CASF_D226_2_3];
  const motif = `${formatNoms(sans)} : pas de volet d’évaluation (IP-012).`;
  if (decision === 'saisine') return avertit(`${motif} La saisine reste possible ; dites-le au parquet.`, textes);
  return oppose(`${motif} Demandez un complément à l’équipe, ou saisissez l’autorité judiciaire.`, textes);
}

/** IP-019 : un mineur que l'on n'a pas pu rencontrer oblige la saisine. */
export function evaluateRencontres(
  decision: CodeDecision,
  { mineurs, signalements }: Pick<FaitsSuites, 'mineurs' | 'signalements'>,
): Verdict {
  const impossibles = mineurs.filter(({ rencontreImpossible }) => rencontreImpossible);
  if (impossibles.length === 0 || decision === 'saisine') return accepte();
  if (decision === 'actions-adaptees' && signalements.some(isParti)) return accepte();
  return oppose(
    `Il a été impossible de rencontrer ${formatNoms(impossibles)} : l’autorité judiciaire doit être saisie (IP-019).`,
    [CASF_D226_2_6_II],
  );
}

/** IP-021 */
function verifyEcart(decision: CodeDecision, motifEcart: string | null, { rapport }: FaitsSuites): Verdict {
  const proposition = rapport.proposition;
  if (!proposition || proposition === decision || motifEcart) return accepte();
  return incomplet(
    ['motifEcart'],
    `L’équipe propose « ${LIBELLE_DECISION[proposition].toLocaleLowerCase('fr')} » : écrivez pourquoi la décision s’en écarte (IP-021).`,
  );
}

/** IP-030 : aviser le parquet suppose un danger. */
function verifyDanger(decision: CodeDecision, { rapport }: FaitsSuites): Verdict {
  if (decision !== 'saisine' || rapport.conclusion !== 'infirme') return accepte();
  return avertit('L’équipe n’a constaté ni danger ni risque : la saisine suppose un danger (IP-030).', [CASF_L226_4]);
}

function formatNoms(mineurs: readonly MineurDesSuites[]): string {
  return mineurs.map(({ nom }) => nom).join(', ');
}
