import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_TRAVAUX } from '../exports/dossiers.ts';
import type { Route } from './+types/travaux-classeur.ts';
import { loadTravaux } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { lignes, jour } = await loadTravaux(contexte, args.request);
    const contenu = await buildClasseurDeListe({
      nom: 'Travaux des crèches',
      colonnes: COLONNES_TRAVAUX,
      lignes,
      jour,
    });
    return sendClasseur(contenu, 'travaux-des-creches', jour);
  });
}
