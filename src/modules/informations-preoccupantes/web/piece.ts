import { readPage } from '#web/page.server.ts';
import { getPiece } from '../data/pieces.server.ts';
import type { Route } from './+types/piece.ts';

/** Un document à enregistrer sur son poste : jamais ouvert dans la page, quoi qu'il contienne. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { nom, type, contenu } = await getPiece(contexte, args.params.id, args.params.piece);
    return new Response(new Uint8Array(contenu), {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(nom)}`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
