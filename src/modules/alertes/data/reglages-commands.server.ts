/** Ce que chacun règle pour soi : ce qu'il reçoit, l'adresse de son calendrier. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { PreferenceSaisie } from '../preference.ts';

export const recordPreference = defineCommand({
  name: 'alertes.preference.regler',
  titre: 'Régler les courriels que l’on reçoit',
  saisie: PreferenceSaisie,
  can: () => true,
  run: async ({ tx, agent }, { matin, semaine }) => {
    const reglage = { matin, semaine: semaine.includes('oui') };
    await tx
      .insertInto('alertes.preference')
      .values({ agentId: agent.id, ...reglage })
      .onConflict((conflit) =>
        conflit.column('agentId').doUpdateSet({ ...reglage, modifieeLe: sql`transaction_timestamp()` }),
      )
      .execute();
    return { resultat: undefined, trace: { detail: reglage } };
  },
});

/** Une adresse neuve ferme la précédente : il n'y en a qu'une d'ouverte. Elle n'est montrée qu'une fois. */
export const recordCalendrier = defineCommand({
  name: 'alertes.calendrier.ouvrir',
  titre: 'Ouvrir l’adresse secrète de son calendrier',
  saisie: z.object({}),
  can: () => true,
  run: async (contexte) => {
    const { tx, agent } = contexte;
    await closeOuvert(contexte);
    const [id, secret] = [createIdentifiant(), randomBytes(32).toString('base64url')];
    await tx
      .insertInto('alertes.calendrier')
      .values({ id, agentId: agent.id, empreinte: computeEmpreinteJeton(secret) })
      .execute();
    return { resultat: { secret }, trace: { objetId: id } };
  },
});

export const closeCalendrier = defineCommand({
  name: 'alertes.calendrier.fermer',
  titre: 'Fermer l’adresse de son calendrier',
  saisie: z.object({}),
  can: () => true,
  run: async (contexte) => {
    const fermes = await closeOuvert(contexte);
    if (fermes === 0n) throw new Introuvable('Aucune adresse n’est ouverte.');
    return { resultat: undefined, trace: {} };
  },
});

async function closeOuvert({ tx, agent }: Contexte): Promise<bigint> {
  const { numUpdatedRows } = await tx
    .updateTable('alertes.calendrier')
    .set({ revoqueLe: sql`now()` })
    .where('agentId', '=', agent.id)
    .where('revoqueLe', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows;
}
