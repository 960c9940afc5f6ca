import type { JourCivil } from '#shared/jour-civil.ts';

/** Un classeur à enregistrer, nommé d'après la liste et le jour. */
export function sendClasseur(contenu: Buffer, nom: string, jour: JourCivil): Response {
  return new Response(new Uint8Array(contenu), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${nom}-${jour}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Un export ne se feuillette pas : toutes les lignes, jusqu'à une borne qu'une feuille supporte. */
export const TOUTES_LES_LIGNES = { page: 1, taille: 50_000 };
