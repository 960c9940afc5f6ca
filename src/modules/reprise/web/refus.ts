import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { getImportation, listRefusees } from '../data/queries.server.ts';
import { buildRefusClasseur, buildRefusCsv } from '../exports/refus.ts';
import type { Route } from './+types/refus.ts';
import { verifyAcces } from './acces.server.ts';

/** Les lignes refusées avec leur motif, à corriger et à déposer de nouveau. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyAcces(contexte);
    const { id, entetes, comptes } = await getImportation(contexte.tx, args.params.id);
    await recordTrace(contexte.tx, {
      acte: 'reprise.refus.exporter',
      objetId: id,
      detail: { lignes: comptes.refusee },
    });
    const lignes = listRefusees(contexte.tx, id);
    if (args.params.format !== 'csv')
      return sendClasseur(await buildRefusClasseur(entetes, lignes), 'lignes-refusees', contexte.aujourdhui);
    return new Response(new Uint8Array(await buildRefusCsv(entetes, lignes)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="lignes-refusees-${contexte.aujourdhui}.csv"`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
