import { readPage } from '#web/page.server.ts';
import { listRessemblances } from '../data/ressemblances-queries.server.ts';
import { isCherchable, readIdentite } from '../identite-saisie.ts';
import type { Route } from './+types/ressemblances.ts';

/** Pendant que l'on tape un formulaire : qui ressemble, parmi les personnes que l'agent voit. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const identite = readIdentite(Object.fromEntries(new URL(args.request.url).searchParams));
    return isCherchable(identite) ? listRessemblances(contexte, identite) : [];
  });
}
