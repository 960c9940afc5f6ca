import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getSignature } from '#modules/delegations/index.server.ts';
import { type InformationCible, recordTransition } from '#modules/informations-preoccupantes/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { Verdict } from '#shared/verdict.ts';
import { canSoumettre, canValider } from '../droits.ts';
import { ComplementSaisie, SoumissionSaisie, ValidationSaisie } from '../rapport-saisie.ts';
import { evaluateValidation } from '../rules/validation.ts';
import { lockEtat } from './cible.server.ts';

/** Ce que le rapport remis attend : d'être lu et validé par qui n'a pas évalué. */
export const recordSoumission = defineCommand({
  name: 'evaluations.soumettre',
  titre: 'Soumettre le rapport à la validation',
  saisie: SoumissionSaisie,
  load: lockEtat,
  can: canSoumettre,
  run: async (contexte, _, cible) => {
    await recordTransition(contexte, cible, 'soumettre-validation');
    return { resultat: cible.id, trace: { objetId: cible.id } };
  },
});

/** Valider le rapport : la décision peut être prise. */
export const recordValidation = defineCommand({
  name: 'evaluations.valider',
  titre: 'Valider le rapport',
  saisie: ValidationSaisie,
  load: lockEtat,
  can: canValider,
  run: async (contexte, { motif }, cible) => {
    await verifyValideur(contexte, cible);
    const { numUpdatedRows } = await contexte.tx
      .updateTable('ip.rapport')
      .set({ valideLe: contexte.aujourdhui, validePar: contexte.agent.id, version: sql<number>`version + 1` })
      .where('informationId', '=', cible.id)
      .where('valideLe', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refus('Ce rapport est déjà validé.');
    await recordTransition(contexte, cible, 'valider', { motif });
    return { resultat: cible.id, trace: { objetId: cible.id } };
  },
  contraintes: { rapport_valideur: 'Vous avez été de l’équipe d’évaluation : une autre personne valide ce rapport.' },
});

/** Rendre le rapport à l'équipe, qui reprend l'évaluation là où elle en était. */
export const recordComplement = defineCommand({
  name: 'evaluations.rendre',
  titre: 'Rendre le rapport pour complément',
  saisie: ComplementSaisie,
  load: lockEtat,
  can: canValider,
  run: async (contexte, { complement }, cible) => {
    await verifyValideur(contexte, cible);
    const champs = { rapportRemisLe: null };
    await recordTransition(contexte, cible, 'demander-complement', { champs, motif: complement });
    await contexte.tx
      .updateTable('ip.rapport')
      .set({ remisLe: null, remisPar: null, valideLe: null, validePar: null, version: sql<number>`version + 1` })
      .where('informationId', '=', cible.id)
      .execute();
    await recordAvisALEquipe(contexte, cible);
    return { resultat: cible.id, trace: { objetId: cible.id } };
  },
});

async function verifyValideur(contexte: Contexte, cible: InformationCible): Promise<void> {
  const signature = await evaluateSignatureDue(contexte, cible);
  const ontEvalue = await listOntEvalue(contexte, cible.id);
  verifyVerdict(evaluateValidation(contexte.agent.id, { ontEvalue, signature }));
}

/** Ce que dit la délégation « Valider un rapport » là où une est en vigueur ; nul là où l'acte n'est pas délégué. */
async function evaluateSignatureDue(contexte: Contexte, { uniteId }: InformationCible): Promise<Verdict | null> {
  const { delegataires, verdict } = await getSignature(contexte, 'evaluation.valider', uniteId);
  return delegataires.length === 0 ? null : verdict;
}

async function listOntEvalue({ tx }: Contexte, informationId: string): Promise<string[]> {
  const lignes = await tx
    .selectFrom('ip.evaluateur')
    .select('agentId')
    .distinct()
    .where('informationId', '=', informationId)
    .execute();
  return lignes.map(({ agentId }) => agentId);
}

async function recordAvisALEquipe({ tx }: Contexte, { id, numero, evaluateurs }: InformationCible): Promise<void> {
  if (evaluateurs.length === 0) return;
  await tx
    .insertInto('organisation.avis')
    .values(
      evaluateurs.map((agentId) => ({
        id: createIdentifiant(),
        agentId,
        titre: 'Un rapport vous est rendu pour complément',
        texte: `Le rapport de l’information ${numero} est à compléter ; ce qui manque est écrit sur la page de l’évaluation.`,
        lien: `/informations/${id}/evaluation`,
      })),
    )
    .execute();
}
