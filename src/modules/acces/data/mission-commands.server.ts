import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { closeLigne, computeClotures } from '#server/periode-suivante.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { canRecordMission } from '../droits.ts';
import { LIBELLE_MISSION_NATURE } from '../mission.ts';
import { FinDeMissionSaisie, MissionSaisie } from '../mission-saisie.ts';
import { buildDroit, loadEnfant } from './cible.server.ts';

const canRecord = buildDroit(canRecordMission);

/** Donne une mission. Un seul référent et un seul territoire à la fois : le précédent finit la veille, et reste dans l'histoire. */
export const recordMission = defineCommand({
  name: 'enfants.mission.enregistrer',
  titre: 'Donner une mission auprès de l’enfant',
  saisie: MissionSaisie,
  load: loadEnfant,
  can: canRecord,
  run: async ({ tx }, { du, au, ...mission }) => {
    const id = createIdentifiant();
    const unique = mission.nature === 'referent' || mission.nature === 'territoire';
    const suite = unique
      ? await tx
          .selectFrom('enfants.mission')
          .select(['id', 'periode'])
          .where('enfantId', '=', mission.enfantId)
          .where('nature', '=', mission.nature)
          .execute()
      : [];
    const clotures = computeClotures(suite, du, `Une mission « ${LIBELLE_MISSION_NATURE[mission.nature]} »`);
    await insertMission(tx, clotures, { id, ...mission, periode: formatDaterange({ du, au }) });
    return {
      resultat: mission.enfantId,
      trace: {
        enfantId: mission.enfantId,
        objetId: id,
        detail: { nature: mission.nature, agentId: mission.agentId, uniteId: mission.uniteId },
      },
    };
  },
  contraintes: {
    mission_un_referent: 'Un autre référent est déjà nommé sur cette période.',
    mission_un_territoire: 'Un autre territoire suit déjà l’enfant sur cette période.',
  },
});

type MissionEcrite = Omit<MissionSaisie, 'du' | 'au'> & { id: string; periode: string };

/**
 * Clôt et donne en une seule instruction : qui passe la main perdrait, entre les deux, le droit d'écrire. La lecture de
 * `closes` oblige la base à clore avant d'insérer.
 */
async function insertMission(
  tx: Contexte['tx'],
  clotures: readonly { id: string; periode: string }[],
  m: MissionEcrite,
): Promise<void> {
  await sql`
    with closes as (
      update enfants.mission c set periode = v.periode::daterange, version = c.version + 1
      from unnest(${clotures.map(({ id }) => id)}::uuid[], ${clotures.map(({ periode }) => periode)}::text[]) as v(id, periode)
      where c.id = v.id returning c.id)
    insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode, motif)
    select ${m.id}::uuid, ${m.enfantId}::uuid, ${m.agentId}::uuid, ${m.uniteId}::uuid, ${m.nature}, ${m.periode}::daterange, ${m.motif}
    where (select count(*) from closes) >= 0`.execute(tx);
}

/** Retire une mission à partir du lendemain du jour donné. */
export const closeMission = defineCommand({
  name: 'enfants.mission.clore',
  titre: 'Mettre fin à une mission',
  saisie: FinDeMissionSaisie,
  load: async (contexte, { id }) => {
    const mission = await contexte.tx
      .selectFrom('enfants.mission')
      .select(['enfantId', 'periode'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!mission) throw new Introuvable('Absente, ou hors de vos missions.');
    return { ...(await loadEnfant(contexte, mission)), mission };
  },
  can: canRecord,
  run: async ({ tx }, fin, { mission }) => {
    await closeLigne(
      tx,
      'enfants.mission',
      fin,
      mission.periode,
      'Cette mission a changé pendant que vous y mettiez fin.',
    );
    return { resultat: mission.enfantId, trace: { enfantId: mission.enfantId, objetId: fin.id } };
  },
});
