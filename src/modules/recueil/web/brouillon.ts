import { formatHeure } from '#shared/instant.ts';
import { getBrouillon, recordBrouillon } from '../data/brouillons.server.ts';
import type { Route } from './+types/brouillon.ts';
import { readPageDeCellule, readSaisieInformation } from './saisie.server.ts';

/** Ce que la page envoie pendant qu'on tape. */
export function action(args: Route.ActionArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const { valeurs } = await readSaisieInformation(args.request);
    const id = await recordBrouillon(contexte, valeurs, String(valeurs.brouillonId ?? ''));
    const { gardeLe } = await getBrouillon(contexte, id);
    return Response.json({ id, gardeA: formatHeure(gardeLe) });
  });
}
