import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { Introuvable, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant, Identifiant, isIdentifiant } from '#shared/identifiant.ts';

/** Ce que l'on tapait, champ par champ, tel qu'on l'avait tapé. */
export type ChampsTapes = Record<string, string | string[]>;
export type Brouillon = { id: string; champs: ChampsTapes; gardeLe: string };

/** La page dont un brouillon de réception vient. */
const RECEPTION = '/informations/nouvelle';
const CARACTERES_MAXIMUM = 200_000;

/** Garde ce qui est tapé ; sans identifiant, c'est un nouveau brouillon. Rien au journal : rien n'est encore dit. */
export async function recordBrouillon(
  { tx, agent }: Contexte,
  champs: ChampsTapes,
  id: string | null,
): Promise<string> {
  const texte = JSON.stringify(champs);
  if (texte.length > CARACTERES_MAXIMUM)
    throw new SaisieInvalide({ '': 'Cette saisie est trop longue pour être gardée.' });
  const connu = Identifiant.safeParse(id);
  if (connu.success) {
    const garde = await tx
      .updateTable('ip.brouillon')
      .set({ champs: texte, gardeLe: sql`transaction_timestamp()` })
      .where('id', '=', connu.data)
      .returning('id')
      .execute();
    if (garde[0]) return garde[0].id;
  }
  const nouveau = createIdentifiant();
  await tx
    .insertInto('ip.brouillon')
    .values({ id: nouveau, agentId: agent.id, informationId: null, page: RECEPTION, champs: texte })
    .execute();
  return nouveau;
}

/** Mes brouillons de réception, le dernier d'abord. */
export async function listBrouillons({ tx }: Contexte): Promise<Brouillon[]> {
  const lignes = await tx
    .selectFrom('ip.brouillon')
    .select(['id', 'champs', 'gardeLe'])
    .where('page', '=', RECEPTION)
    .orderBy('gardeLe', 'desc')
    .execute();
  return lignes.map(({ champs, ...ligne }) => ({ ...ligne, champs: champs as ChampsTapes }));
}

export async function getBrouillon({ tx }: Contexte, id: string): Promise<Brouillon> {
  const ligne = isIdentifiant(id)
    ? await tx.selectFrom('ip.brouillon').select(['id', 'champs', 'gardeLe']).where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!ligne) throw new Introuvable('Ce brouillon est absent, ou n’est pas le vôtre.');
  return { ...ligne, champs: ligne.champs as ChampsTapes };
}

export async function closeBrouillon({ tx }: Contexte, id: string): Promise<void> {
  await tx.deleteFrom('ip.brouillon').where('id', '=', id).execute();
}
