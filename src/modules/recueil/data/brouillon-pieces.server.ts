import type { Contexte } from '#database/as-agent.ts';
import { type FichierRecu, recordPiece } from '#modules/informations-preoccupantes/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant, isIdentifiant } from '#shared/identifiant.ts';

export type PieceGardee = { id: string; nom: string; taille: number };

/** Garde des documents avec un brouillon ; le même, renvoyé, ne se garde pas deux fois. */
export async function recordPiecesGardees(
  { tx }: Contexte,
  brouillonId: string,
  fichiers: readonly FichierRecu[],
): Promise<void> {
  for (const { nom, contenu } of fichiers)
    await tx
      .insertInto('ip.brouillonPiece')
      .values({ id: createIdentifiant(), brouillonId, nom, taille: contenu.length, contenu: Buffer.from(contenu) })
      .onConflict((conflit) => conflit.constraint('brouillon_piece_une_fois').doNothing())
      .execute();
}

/** Les documents gardés avec ce brouillon, sans leur contenu. */
export async function listPiecesGardees({ tx }: Contexte, brouillonId: string): Promise<PieceGardee[]> {
  if (!isIdentifiant(brouillonId)) return [];
  return tx
    .selectFrom('ip.brouillonPiece')
    .select(['id', 'nom', 'taille'])
    .where('brouillonId', '=', brouillonId)
    .orderBy('nom')
    .orderBy('id')
    .execute();
}

export async function closePieceGardee({ tx }: Contexte, id: string): Promise<void> {
  await tx.deleteFrom('ip.brouillonPiece').where('id', '=', id).execute();
}

/** Joint à l'information reçue les documents de son brouillon. */
export async function recordPiecesDuBrouillon(
  contexte: Contexte,
  brouillonId: string,
  informationId: string,
): Promise<void> {
  for (const { id } of await listPiecesGardees(contexte, brouillonId)) {
    const { nom, contenu } = await contexte.tx
      .selectFrom('ip.brouillonPiece')
      .select(['nom', 'contenu'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await executeCommand(contexte, recordPiece, { informationId, nom, contenu: new Uint8Array(contenu) });
  }
}
