import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { createIdentifiant, Identifiant } from '#shared/identifiant.ts';
import { canUpdateJeton } from '../droits.ts';
import { JetonApiSaisie } from '../jeton-api-saisie.ts';

async function getNature({ tx }: Contexte, { agentId }: { agentId: string }): Promise<{ nature: string }> {
  const agent = await tx.selectFrom('organisation.agent').select('nature').where('id', '=', agentId).executeTakeFirst();
  if (!agent) throw new Introuvable('Cet agent n’existe pas.');
  return agent;
}

export const donnerJeton = defineCommand({
  name: 'comptes.jeton-api.donner',
  titre: 'Donner un jeton de l’API',
  saisie: JetonApiSaisie,
  load: getNature,
  can: canUpdateJeton,
  run: async ({ tx, agent }, { nom, agentId, portees, mois }, cible) => {
    if (cible.nature !== 'service') throw new Refus('Un jeton se donne à un agent de service.', [], 'agentId');
    const id = createIdentifiant();
    const jeton = `marelle_${randomBytes(32).toString('base64url')}`;
    await tx
      .insertInto('comptes.jetonApi')
      .values({
        id,
        nom,
        agentId,
        portees,
        empreinte: computeEmpreinteJeton(jeton),
        creePar: agent.id,
        expireLe: sql`now() + make_interval(months => ${mois})`,
      })
      .execute();
    return { resultat: { jeton }, trace: { objetId: id, detail: { portees } } };
  },
});

export const revoquerJeton = defineCommand({
  name: 'comptes.jeton-api.revoquer',
  titre: 'Révoquer un jeton de l’API',
  saisie: z.object({ jetonId: Identifiant }),
  can: canUpdateJeton,
  run: async ({ tx }, { jetonId }) => {
    const { numUpdatedRows } = await tx
      .updateTable('comptes.jetonApi')
      .set({ revoqueLe: sql`now()` })
      .where('id', '=', jetonId)
      .where('revoqueLe', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Introuvable('Ce jeton n’existe pas, ou est déjà révoqué.');
    return { resultat: undefined, trace: { objetId: jetonId } };
  },
});
