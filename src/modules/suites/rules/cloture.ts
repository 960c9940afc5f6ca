/**
 * Clore une information décidée.
 *
 * Ce que dit le texte : pas de classement si le mineur n'a pas pu être rencontré (CASF D226-2-6 II, IP-019) ni sans l'évaluation de
 * tous les mineurs du foyer (L226-3, IP-012) ; pas d'admission à l'aide sociale à l'enfance sans accord écrit (L223-2, al. 1) ; le
 * parquet est avisé sans délai (L226-4 I, IP-030) et les parents informés par écrit de la saisine (L226-5, al. 3, IP-023).
 * Comment il est lu ici : un classement clôt un classement ; une suite administrative attend que chaque accord soit recueilli ou
 * refusé, et qu'il en reste au moins une à mettre en place ; une saisine clôt quand le signalement est parti et les parents informés.
 * La famille qui refuse après la décision conduit à la saisine. Rien ne se clôt tant qu'un signalement signé n'est pas parti. Ce qui
 * reste à dire aux parents (D226-2-7, à confirmer) ou à la source avertit, et reste dû après la clôture.
 * Non traité : la mesure elle-même, que portera le module des mesures.
 */
import {
  type ActeInformation,
  CASF_D226_2_4_DECISION,
  CASF_D226_2_7,
  CASF_L226_4,
  CASF_L226_5_3,
} from '#modules/informations-preoccupantes/index.ts';
import { isEnPreparation, isParti } from '#modules/signalements/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { accepte, avertit, computeVerdict, oppose, type Verdict } from '#shared/verdict.ts';
import { type CodeDecision, LIBELLE_DECISION } from '../decision.ts';
import { evaluateRencontres, evaluateVolets } from './decision.ts';
import type { FaitsSuites } from './faits.ts';
import { formatDue, listInformationsDues } from './information-due.ts';
import { CASF_L223_2 } from './textes.ts';

export const DECISION_CLOSE = {
  'clore-classement': 'classement',
  'clore-administratif': 'actions-adaptees',
  'clore-judiciaire': 'saisine',
} as const satisfies Partial<Record<ActeInformation, CodeDecision>>;
export type ActeDeCloture = keyof typeof DECISION_CLOSE;

export function isCloture(acte: ActeInformation): acte is ActeDeCloture {
  return acte in DECISION_CLOSE;
}

export function evaluateCloture(acte: ActeDeCloture, faits: FaitsSuites, aujourdhui: JourCivil): Verdict {
  const decision = DECISION_CLOSE[acte];
  return computeVerdict([
    verifySignalements(faits),
    ...(acte === 'clore-judiciaire'
      ? [verifySaisine(faits)]
      : [verifyDecision(decision, faits), evaluateVolets(decision, faits), evaluateRencontres(decision, faits)]),
    acte === 'clore-administratif' ? verifyAccords(faits) : accepte(),
    verifyDit(faits, aujourdhui),
  ]);
}

function verifyDecision(attendue: CodeDecision, { decision }: FaitsSuites): Verdict {
  if (decision?.decision === attendue) return accepte();
  const prise = decision
    ? `La décision est « ${LIBELLE_DECISION[decision.decision].toLocaleLowerCase('fr')} »`
    : 'Rien n’est décidé';
  return oppose(`${prise} : elle ne se clôt pas ainsi (IP-020, IP-021).`, [CASF_D226_2_7, CASF_D226_2_4_DECISION]);
}

/** IP-030 : un signalement signé part sans délai, et avant de clore. */
function verifySignalements({ signalements }: FaitsSuites): Verdict {
  if (signalements.some(({ etat }) => etat === 'valide'))
    return oppose('Un signalement signé n’est pas encore envoyé : le parquet est avisé sans délai (IP-030).', [
      CASF_L226_4,
    ]);
  if (signalements.some(isEnPreparation))
    return avertit('Un signalement est en rédaction : envoyez-le, ou abandonnez-le en disant pourquoi.', [CASF_L226_4]);
  return accepte();
}

/** IP-023, IP-030. Suspendue, l'information est déjà aux mains du juge : il n'y faut pas de signalement. */
function verifySaisine({ etat, signalements }: FaitsSuites): Verdict {
  const partis = signalements.filter(isParti);
  if (partis.length === 0 && etat !== 'suspendue')
    return oppose('Aucun signalement n’a été envoyé : rien n’a saisi l’autorité judiciaire (IP-030).', [CASF_L226_4]);
  if (partis.some(({ ditLe }) => ditLe === null))
    return oppose('Les parents, ou le représentant légal, n’ont pas été informés par écrit de la saisine (IP-023).', [
      CASF_L226_5_3,
    ]);
  return accepte();
}

/** MES-001 */
function verifyAccords({ mesures }: FaitsSuites): Verdict {
  if (mesures.some(({ accord }) => accord === 'a-recueillir'))
    return oppose('Un accord écrit des représentants légaux reste à recueillir (MES-001).', [CASF_L223_2]);
  const refusees = mesures.filter(({ accord }) => accord === 'refuse').length;
  if (refusees === mesures.length)
    return oppose(
      'Rien n’est à mettre en place : l’accord a été refusé. En cas de danger, le parquet est avisé (IP-030, 2°).',
      [CASF_L226_4],
    );
  if (refusees === 0) return accepte();
  return avertit('Un accord a été refusé : en cas de danger, le parquet est avisé (IP-030, 2°).', [CASF_L226_4]);
}

/** IP-022, IP-024, IP-025 : ce qui reste à dire l'est encore après la clôture. */
function verifyDit(faits: FaitsSuites, aujourdhui: JourCivil): Verdict {
  const manquent = listInformationsDues(faits).filter(
    ({ objet, faite, facultative }) => faite === null && !facultative && objet !== 'saisine',
  );
  return computeVerdict(manquent.map((due) => avertit(formatDue(due, aujourdhui), due.textes, due.etapes)));
}
