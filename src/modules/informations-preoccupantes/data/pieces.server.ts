import type { Contexte } from '#database/as-agent.ts';
import { NATURES_FICHIER, type NatureFichier, parseNatureFichier } from '#documents/nature-fichier.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, SaisieInvalide } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canConduire } from '../droits.ts';
import { formatNomDeFichier, PieceSaisie, TAILLE_PIECE } from '../piece.ts';
import { getInformationCible } from './cible.server.ts';
import { recordFait } from './transition.server.ts';

/** Joint un document : ce qu'il est vraiment se lit de son contenu. */
export const recordPiece = defineCommand({
  name: 'informations.piece.joindre',
  titre: 'Joindre un document',
  saisie: PieceSaisie,
  load: (contexte, { informationId }) => getInformationCible(contexte, informationId),
  can: canConduire,
  run: async (contexte, { informationId, nom, contenu }, cible) => {
    const lu = parseNatureFichier(formatNomDeFichier(nom), contenu, TAILLE_PIECE);
    if ('motif' in lu) throw new SaisieInvalide({ pieces: lu.motif });
    const id = createIdentifiant();
    await contexte.tx
      .insertInto('ip.piece')
      .values({
        id,
        informationId,
        nom: formatNomDeFichier(nom),
        nature: lu.nature,
        taille: contenu.length,
        contenu: Buffer.from(contenu),
        deposeePar: contexte.agent.id,
      })
      .execute();
    await recordFait(contexte, cible, 'joindre-piece', { motif: formatNomDeFichier(nom) });
    return {
      resultat: id,
      trace: { objetId: informationId, detail: { piece: id, nature: lu.nature, taille: contenu.length } },
    };
  },
});

export type PieceLue = { nom: string; type: string; contenu: Buffer };

/** Un document à enregistrer ; sa lecture s'inscrit au journal. */
export async function getPiece({ tx }: Contexte, informationId: string, pieceId: string): Promise<PieceLue> {
  const piece = await tx
    .selectFrom('ip.piece')
    .select(['nom', 'nature', 'contenu'])
    .where('id', '=', pieceId)
    .where('informationId', '=', informationId)
    .executeTakeFirst();
  if (!piece) throw new Introuvable('Ce document est absent, ou hors de vos missions.');
  await recordTrace(tx, { acte: 'informations.piece.lire', objetId: informationId, detail: { piece: pieceId } });
  const nature = piece.nature as NatureFichier;
  const type =
    nature === 'image' ? (/\.png$/i.test(piece.nom) ? 'image/png' : 'image/jpeg') : NATURES_FICHIER[nature].type;
  return { nom: piece.nom, type, contenu: piece.contenu };
}
