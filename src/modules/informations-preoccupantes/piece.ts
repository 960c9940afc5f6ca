/** Un document joint à une information. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';

/** 15 Mo : la base le dit aussi. */
export const TAILLE_PIECE = 15 * 1024 * 1024;
export const PIECES_ADMISES = '.pdf,.jpg,.jpeg,.png,.docx,.txt,.eml';

export const PieceSaisie = z.object({
  informationId: Identifiant,
  nom: z.string({ error: 'Choisissez un document.' }),
  contenu: z.instanceof(Uint8Array, { error: 'Choisissez un document.' }),
});

/** Un nom de fichier qui ne peut rien faire d'autre que nommer : ni chemin, ni caractère de commande. */
export function formatNomDeFichier(nom: string): string {
  const court = (nom.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const [, base = court, extension = ''] = /^(.*?)(\.[^.]{1,8})?$/.exec(court) ?? [];
  return `${base.slice(0, 120) || 'document'}${extension}`;
}

/** « 340 ko », « 2,5 Mo ». */
export function formatTailleDePiece(octets: number): string {
  return octets < 1_048_576
    ? `${Math.max(1, Math.round(octets / 1024))} ko`
    : `${(octets / 1_048_576).toFixed(1).replace('.', ',')} Mo`;
}
