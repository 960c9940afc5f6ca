import { parseNatureFichier } from '#documents/nature-fichier.ts';
import { formatNomDeFichier, TAILLE_PIECE } from '../piece.ts';

export type FichierRecu = { nom: string; contenu: Uint8Array };

/** Les documents d'un formulaire, nommés sans danger. */
export async function readFichiers(formulaire: FormData, nom: string): Promise<FichierRecu[]> {
  const fichiers = formulaire.getAll(nom).filter((valeur) => valeur instanceof File && valeur.name !== '') as File[];
  return Promise.all(
    fichiers.map(async (fichier) => ({
      nom: formatNomDeFichier(fichier.name),
      contenu: new Uint8Array(await fichier.arrayBuffer()),
    })),
  );
}

/** Pourquoi ces documents n'entrent pas ; indéfini s'ils entrent tous. */
export function findRefusDesFichiers(fichiers: readonly FichierRecu[]): string | undefined {
  const refus = fichiers.flatMap(({ nom, contenu }) => {
    const lu = parseNatureFichier(nom, contenu, TAILLE_PIECE);
    return 'motif' in lu ? [lu.motif] : [];
  });
  return refus.length > 0 ? refus.join(' ') : undefined;
}
