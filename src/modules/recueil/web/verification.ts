import type { Route } from './+types/verification.ts';
import { readPageDeCellule, readSaisieInformation } from './saisie.server.ts';
import { buildVerification } from './verification.server.ts';

/** Ce que le département sait déjà de ce qu'on est en train de taper. */
export function action(args: Route.ActionArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const { valeurs } = await readSaisieInformation(args.request);
    return Response.json(await buildVerification(contexte, valeurs));
  });
}
