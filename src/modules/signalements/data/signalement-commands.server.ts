import type { Contexte } from '#database/as-agent.ts';
import { verifySignature } from '#modules/delegations/index.server.ts';
import { recordFait } from '#modules/informations-preoccupantes/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { canSuivreSignalement } from '../droits.ts';
import { evaluateSaisine, type FaitsDeSaisine, isUrgent } from '../rules/saisine.ts';
import { evaluateJour, evaluateRedaction } from '../rules/signalement.ts';
import type { Signalement } from '../signalement.ts';
import {
  AbandonSaisie,
  EnvoiSaisie,
  JourDeSignalement,
  type SaisineSaisie,
  SignalementModification,
  SignalementSaisie,
  SignatureSaisie,
  SuitesDuParquetSaisie,
} from '../signalement-saisie.ts';
import { getInformationSignalee } from './faits.server.ts';
import { defineActe } from './signalement-acte.server.ts';

/** Commence un signalement, de tout état non final, sans rien clore. Urgent tant que rien n'est décidé. */
export const createSignalement = defineCommand({
  name: 'suites.signalement.rediger',
  titre: 'Commencer un signalement',
  saisie: SignalementSaisie,
  load: (contexte, { informationId }) => getInformationSignalee(contexte, informationId),
  can: (agent, { cible }) => canSuivreSignalement(agent, cible),
  run: async (contexte, { informationId, motifSaisine, ...saisie }, { cible }) => {
    verifyVerdict(evaluateRedaction(cible.etat));
    const id = createIdentifiant();
    const urgent = isUrgent(cible.etat);
    await contexte.tx
      .insertInto('ip.signalement')
      .values({ id, informationId, urgent, motif: motifSaisine, ...saisie })
      .execute();
    const detail = { signalement: id, motif: motifSaisine, urgent };
    await recordFait(contexte, cible, 'rediger-signalement', { detail });
    return { resultat: id, trace: { objetId: cible.id, detail } };
  },
  contraintes: {
    signalement_un_brouillon: 'Un signalement est déjà en rédaction pour cette information : complétez celui-là.',
  },
});

/** Le signalement que fait naître une décision de saisir, prêt à signer : complet, ou refusé. */
export async function createSaisine(
  { tx }: Contexte,
  informationId: string,
  { autorite, motifSaisine, actionsMenees, demandes, argumentaire }: SaisineSaisie,
  faits: FaitsDeSaisine,
): Promise<void> {
  verifyVerdict(evaluateSaisine({ motif: motifSaisine, actionsMenees, argumentaire }, faits));
  if (motifSaisine === null) throw new Error('Une saisine acceptée a un motif');
  const id = createIdentifiant();
  const saisine = { autorite, motif: motifSaisine, actionsMenees, demandes, argumentaire };
  await tx
    .insertInto('ip.signalement')
    .values({ id, informationId, ...saisine })
    .execute();
}

export const updateSignalement = defineActe({
  acte: 'modifier',
  name: 'suites.signalement.modifier',
  saisie: SignalementModification,
  write: (_, { motifSaisine, autorite, actionsMenees, demandes, argumentaire }) => ({
    motif: motifSaisine,
    autorite,
    actionsMenees,
    demandes,
    argumentaire,
  }),
});

/** Par délégation ; ce qui est signé ne change plus (IP-020, IP-030 à IP-032). */
export const recordSignature = defineActe({
  acte: 'signer',
  name: 'suites.signalement.signer',
  fait: 'signer-signalement',
  saisie: SignatureSaisie,
  write: async (contexte, _, { cible, faits, signalement }) => {
    const { arreteNumero } = await verifySignature(contexte, 'signalement.saisir', cible.uniteId);
    verifyVerdict(evaluateSaisine(signalement, faits));
    return { valideLe: contexte.aujourdhui, signataireId: contexte.agent.id, arreteNumero };
  },
});

export const recordEnvoi = defineActe({
  acte: 'envoyer',
  name: 'suites.signalement.envoyer',
  fait: 'envoyer-signalement',
  saisie: EnvoiSaisie,
  write: ({ aujourdhui }, { le, moyen, envoyeA }, { signalement }) => {
    verifyVerdict(evaluateJour(le, signalement.valideLe, aujourdhui));
    return { envoyeA, moyen };
  },
});

export const recordAccuse = defineActe({
  acte: 'accuser',
  name: 'suites.signalement.accuser',
  fait: 'accuser-signalement',
  saisie: JourDeSignalement,
  write: ({ aujourdhui }, { le }, { signalement }) => {
    verifyVerdict(evaluateJour(le, computeEnvoyeLe(signalement), aujourdhui));
    return { accuseLe: le };
  },
});

/** L'attente recommence de ce jour (IP-033). */
export const recordRelance = defineActe({
  acte: 'relancer',
  name: 'suites.signalement.relancer',
  fait: 'relancer-parquet',
  saisie: JourDeSignalement,
  write: ({ aujourdhui }, { le }, { signalement }) => {
    verifyVerdict(evaluateJour(le, signalement.relanceLe ?? computeEnvoyeLe(signalement), aujourdhui));
    return { relanceLe: le };
  },
});

export const recordSuitesDuParquet = defineActe({
  acte: 'conclure',
  name: 'suites.signalement.conclure',
  fait: 'conclure-signalement',
  saisie: SuitesDuParquetSaisie,
  write: ({ aujourdhui }, { le, nature, suites }, { signalement }) => {
    verifyVerdict(evaluateJour(le, computeEnvoyeLe(signalement), aujourdhui));
    return { suitesLe: le, suitesNature: nature, suites };
  },
});

export const closeSignalement = defineActe({
  acte: 'abandonner',
  name: 'suites.signalement.abandonner',
  fait: 'abandonner-signalement',
  saisie: AbandonSaisie,
  write: (_, { motifAbandon }) => ({ motifAbandon }),
});

function computeEnvoyeLe({ envoyeA }: Signalement) {
  return envoyeA === null ? null : jourCivilDeInstant(envoyeA);
}
