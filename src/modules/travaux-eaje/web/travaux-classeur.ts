import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_TRAVAUX } from '../exports/dossiers.ts';
import type { Route } from './+types/travaux-classeur.ts';
import { loadTravaux } from './lecture.server.ts';

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { lignes, jour } = await loadTravaux(contexte, args.request);
    await recordTrace(contexte.tx, { acte: 'travaux-eaje.exporter', detail: { lignes: lignes.length } });
    const contenu = await buildClasseurDeListe({
      nom: 'Travaux des crèches',
      colonnes: COLONNES_TRAVAUX,
      lignes,
      jour,
    });
    return sendClasseur(contenu, 'travaux-des-creches', jour);
  });
}
