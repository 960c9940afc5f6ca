import type { Contexte } from '#database/as-agent.ts';
import { recordInformationDonnee, recordTransition } from '#modules/informations-preoccupantes/index.server.ts';
import { CASF_D226_2_6_I } from '#modules/informations-preoccupantes/index.ts';
import { defineCommand, executeCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { canEvaluer, canSuspendre } from '../droits.ts';
import { DebutSaisie, RepriseSaisie, SuspensionSaisie } from '../evaluation-saisie.ts';
import { lockEtat, openRapport, verifyJour } from './cible.server.ts';

/** Le premier acte : l'évaluation commence, les titulaires en sont informés ou l'intérêt du mineur s'y oppose (IP-015). */
export const recordDebut = defineCommand({
  name: 'evaluations.debuter',
  titre: 'Commencer l’évaluation',
  saisie: DebutSaisie,
  load: lockEtat,
  can: canEvaluer,
  run: async (contexte, saisie, cible) => {
    verifyJour('debuteeLe', saisie.debuteeLe, cible, contexte);
    await recordOuverture(contexte, saisie);
    await openRapport(contexte, cible.id);
    await recordTransition(contexte, cible, 'debuter', { champs: { evaluationDebuteeLe: saisie.debuteeLe } });
    return { resultat: cible.id, trace: { objetId: cible.id, detail: { debuteeLe: saisie.debuteeLe } } };
  },
});

async function recordOuverture(
  contexte: Contexte,
  { informationId, forme, le, dispenseMotif, debuteeLe }: DebutSaisie,
): Promise<void> {
  if (forme === null) {
    if (await isOuvertureDite(contexte, informationId)) return;
    throw new Refus(
      'Les titulaires de l’autorité parentale sont informés de l’évaluation, sauf intérêt contraire du mineur : dites comment, ou pourquoi non (IP-015).',
      [CASF_D226_2_6_I],
      'forme',
    );
  }
  await executeCommand(contexte, recordInformationDonnee, {
    informationId,
    objet: 'ouverture',
    aQui: 'titulaires',
    le: le ?? debuteeLe,
    forme,
    dispenseMotif,
  });
}

async function isOuvertureDite({ tx }: Contexte, informationId: string): Promise<boolean> {
  const dite = await tx
    .selectFrom('ip.informationDonnee')
    .select('id')
    .where('informationId', '=', informationId)
    .where('objet', '=', 'ouverture')
    .where('aQui', '=', 'titulaires')
    .executeTakeFirst();
  return dite !== undefined;
}

/** Une décision judiciaire suspend l'évaluation ; le délai légal continue d'être affiché. */
export const recordSuspension = defineCommand({
  name: 'evaluations.suspendre',
  titre: 'Suspendre l’évaluation sur décision judiciaire',
  saisie: SuspensionSaisie,
  load: lockEtat,
  can: canSuspendre,
  run: async (contexte, { le, acte }, cible) => {
    verifyJour('le', le, cible, contexte);
    await recordTransition(contexte, cible, 'suspendre', { champs: { suspendueLe: le }, motif: acte });
    return { resultat: cible.id, trace: { objetId: cible.id, detail: { le } } };
  },
});

export const recordReprise = defineCommand({
  name: 'evaluations.reprendre',
  titre: 'Reprendre l’évaluation',
  saisie: RepriseSaisie,
  load: lockEtat,
  can: canSuspendre,
  run: async (contexte, { motif }, cible) => {
    await recordTransition(contexte, cible, 'reprendre', { champs: { suspendueLe: null }, motif });
    return { resultat: cible.id, trace: { objetId: cible.id } };
  },
});
