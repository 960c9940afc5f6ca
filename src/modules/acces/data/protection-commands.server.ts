import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours } from '#shared/jour-civil.ts';
import { formatDaterange, parseDaterange } from '#shared/periode.ts';
import { canReadEnfant, canRecordRestriction } from '../droits.ts';
import { LeveeSaisie, RestrictionSaisie } from '../mission-saisie.ts';
import { buildDroit, loadEnfant, updateDossier } from './cible.server.ts';

const canRecord = buildDroit(canRecordRestriction);

/** Restreint le dossier à des agents nommés, ou change leur liste. Les missions ne l'ouvrent plus. */
export const recordRestriction = defineCommand({
  name: 'enfants.restriction.enregistrer',
  titre: 'Restreindre le dossier à des personnes nommées',
  saisie: RestrictionSaisie,
  load: loadEnfant,
  can: canRecord,
  run: async (contexte, { enfantId, version, nommes, motif }, { cible }) => {
    const { agent } = contexte;
    await verifyLevee(contexte, nommes);
    // L'auteur se nomme le temps de l'acte, même s'il ne restera pas : sinon sa propre écriture lui échapperait.
    const autres = nommes.filter((id) => id !== agent.id);
    await closeNommes(contexte, enfantId, [...nommes, agent.id]);
    for (const agentId of [agent.id, ...autres]) await insertNomme(contexte, enfantId, agentId, motif);
    await updateDossier(contexte, cible, version, { restreint: true });
    if (!nommes.some((id) => id === agent.id)) await closeNommes(contexte, enfantId, nommes);
    return { resultat: enfantId, trace: { enfantId, detail: { nommes: [...nommes] } } };
  },
});

/** Il doit rester quelqu'un pour lever la restriction : sans cela, le dossier serait perdu pour tous. */
async function verifyLevee({ tx, aujourdhui }: Contexte, nommes: readonly string[]): Promise<void> {
  const { rows } = await sql<{ agentId: string }>`
    select f.agent_id from organisation.affectation f join organisation.poste p on p.id = f.poste_id
    where f.agent_id = any (${[...nommes]}::uuid[]) and p.profil = any (${listProfilsQuiPeuvent('enfants.proteger')}::text[]) and f.periode @> ${aujourdhui}::date limit 1`.execute(
    tx,
  );
  if (rows.length === 0)
    throw new Refus(
      'Nommez au moins une personne qui puisse lever la restriction (directeur ou responsable du pôle).',
      [],
      'nommes',
    );
}

/** Ceux qui ne sont plus nommés cessent de l'être aujourd'hui même. */
async function closeNommes({ tx, aujourdhui }: Contexte, enfantId: string, gardes: readonly string[]): Promise<void> {
  const partants = await tx
    .selectFrom('enfants.accesNomme')
    .select(['id', 'periode'])
    .where('enfantId', '=', enfantId)
    .where('agentId', 'not in', [...gardes])
    .where(sql<boolean>`upper_inf(periode)`)
    .execute();
  for (const { id, periode } of partants) {
    const { du } = parseDaterange(periode);
    if (du >= aujourdhui) await tx.deleteFrom('enfants.accesNomme').where('id', '=', id).execute();
    else
      await tx
        .updateTable('enfants.accesNomme')
        .set({ periode: formatDaterange({ du, au: addJours(aujourdhui, -1) }) })
        .where('id', '=', id)
        .execute();
  }
}

async function insertNomme(
  { tx, aujourdhui }: Contexte,
  enfantId: string,
  agentId: string,
  motif: string,
): Promise<void> {
  await sql`
    insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode)
    select ${createIdentifiant()}::uuid, ${enfantId}::uuid, ${agentId}::uuid, ${motif}, ${formatDaterange({ du: aujourdhui, au: null })}::daterange
    where not exists (select 1 from enfants.acces_nomme n where n.enfant_id = ${enfantId} and n.agent_id = ${agentId} and upper_inf(n.periode))`.execute(
    tx,
  );
}

/** Lève la restriction : les missions ouvrent de nouveau le dossier. */
export const closeRestriction = defineCommand({
  name: 'enfants.restriction.clore',
  titre: 'Lever la restriction du dossier',
  saisie: LeveeSaisie,
  load: loadEnfant,
  can: canRecord,
  run: async (contexte, { enfantId, version }, { cible, jour }) => {
    const { agent } = contexte;
    if (!canReadEnfant(agent, { ...cible, restreint: false }, jour))
      throw new Refus(
        'Vous n’avez pas de mission auprès de cet enfant : donnez-vous-en une d’abord, ou demandez à qui le suit de lever la restriction.',
      );
    await updateDossier(contexte, cible, version, { restreint: false });
    await closeNommes(contexte, enfantId, [AUCUN]);
    return { resultat: enfantId, trace: { enfantId } };
  },
});

/** Identifiant que personne ne porte : ne garder personne. */
const AUCUN = '00000000-0000-0000-0000-000000000000';
