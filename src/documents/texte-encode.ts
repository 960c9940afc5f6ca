/** Décoder un fichier texte dont personne n'a dit l'encodage. */
import { FichierIllisible } from './fichier-illisible.ts';

export type Encodage = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Texte d'un fichier : marque d'ordre d'abord, puis UTF-16 reconnu à ses octets nuls, puis UTF-8 s'il est sans faute,
 * sinon Windows-1252 (Excel français). Lève `FichierIllisible` si ce n'est pas du texte.
 */
export function parseTexteEncode(contenu: Uint8Array): { texte: string; encodage: Encodage } {
  const encodage = findEncodage(contenu);
  const texte = new TextDecoder(encodage).decode(contenu);
  if (texte.includes('\0')) throw new FichierIllisible('Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx).');
  return { texte, encodage };
}

function findEncodage(contenu: Uint8Array): Encodage {
  const [a, b] = contenu;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const debut = contenu.subarray(0, 2_000);
  const nuls = [0, 1].map((parite) => debut.filter((octet, rang) => octet === 0 && rang % 2 === parite).length);
  const [pairs = 0, impairs = 0] = nuls;
  // Un texte français en UTF-16 a presque un octet nul sur deux, toujours du même côté.
  if (impairs > debut.length * 0.3 && pairs === 0) return 'utf-16le';
  if (pairs > debut.length * 0.3 && impairs === 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(contenu);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
