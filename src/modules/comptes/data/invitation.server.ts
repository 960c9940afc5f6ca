import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { evaluateMotDePasse } from '../rules/mot-de-passe.ts';
import type { Authentification } from './authentification.server.ts';
import { recordConnexion } from './trace.server.ts';

export type Invite = { compteId: string; nom: string; courriel: string; agentId: string | null };

/** Le compte qu'un lien encore bon ouvre ; passé, servi ou inventé : rien. */
export async function findInvite({ db }: Authentification, jeton: string): Promise<Invite | undefined> {
  return db.comptes
    .selectFrom('comptes.invitation as i')
    .innerJoin('comptes.utilisateur as u', 'u.id', 'i.utilisateurId')
    .select(['u.id as compteId', 'u.name as nom', 'u.email as courriel', 'u.agentId'])
    .where('i.empreinte', '=', computeEmpreinteJeton(jeton))
    .where('i.utiliseeLe', 'is', null)
    .where('i.expireLe', '>', sql<string>`now()`)
    .where('u.desactiveLe', 'is', null)
    .executeTakeFirst();
}

/** Choisit le mot de passe : le lien est consommé, toutes les sessions du compte tombent. Rend ce qui refuse, ou rien. */
export async function recordMotDePasseInvite(
  authentification: Authentification,
  invite: Invite,
  { jeton, motDePasse }: { jeton: string; motDePasse: string },
): Promise<string | undefined> {
  const refus = evaluateMotDePasse(motDePasse, [invite.nom, invite.courriel]);
  if (refus) return refus;
  const empreinte = await hashPassword(motDePasse);
  const faite = await authentification.db.comptes.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('comptes.invitation')
      .set({ utiliseeLe: sql`now()` })
      .where('empreinte', '=', computeEmpreinteJeton(jeton))
      .where('utiliseeLe', 'is', null)
      .where('expireLe', '>', sql<string>`now()`)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeMotDePasse(tx, invite.compteId, empreinte);
    await tx.deleteFrom('comptes.session').where('userId', '=', invite.compteId).execute();
    return true;
  });
  if (!faite) return 'Ce lien a déjà servi : demandez-en un autre.';
  await recordConnexion(authentification, { acte: 'comptes.mot-de-passe.choisir', agentId: invite.agentId });
  return undefined;
}

export async function writeMotDePasse(tx: Transaction, compteId: string, empreinte: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('comptes.moyenDeConnexion')
    .set({ password: empreinte, updatedAt: sql`now()` })
    .where('userId', '=', compteId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tx
    .insertInto('comptes.moyenDeConnexion')
    .values({
      id: createIdentifiant(),
      accountId: compteId,
      providerId: 'credential',
      userId: compteId,
      password: empreinte,
    })
    .execute();
}
