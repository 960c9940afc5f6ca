import { sql } from 'kysely';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { AvisLecture } from '../avis.ts';

/** Chacun marque lus ses propres avis ; ceux des autres n'existent pas pour lui. */
export const recordAvisLu = defineCommand({
  name: 'organisation.avis.lire',
  titre: 'Marquer un avis comme lu',
  saisie: AvisLecture,
  can: () => true,
  run: async ({ tx, agent }, { id }) => {
    const { numUpdatedRows } = await tx
      .updateTable('organisation.avis')
      .set({ luLe: sql<string>`coalesce(lu_le, now())` })
      .where('id', '=', id)
      .where('agentId', '=', agent.id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Introuvable('Absent, ou adressé à un autre.');
    return { resultat: id, trace: { objetId: id } };
  },
});
