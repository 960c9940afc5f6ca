/** Un classeur à enregistrer, nommé d'après la liste et le jour. */
export function sendClasseur(contenu: Buffer, nom: string, jour: string): Response {
  return new Response(new Uint8Array(contenu), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${nom}-${jour}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Toutes les lignes d'un coup : l'export ne se feuillette pas. */
export const TOUTES_LES_LIGNES = { page: 1, taille: 50_000 };
