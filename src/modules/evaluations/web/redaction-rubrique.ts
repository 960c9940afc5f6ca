import { actSurPlace } from '#web/page.server.ts';
import { updateRubriques } from '../data/redaction-commands.server.ts';
import { RUBRIQUES_FOYER, RUBRIQUES_MINEUR } from '../rubrique.ts';
import type { Route } from './+types/redaction-rubrique.ts';
import { buildRedaction, FOYER } from './redaction-view.ts';

/** Ce que la page envoie pendant qu'on tape, rubrique par rubrique : rien d'autre ne se relit, et une panne ne l'emporte pas. */
export async function action(args: Route.ActionArgs) {
  const { id, volet } = args.params;
  const duFoyer = volet === FOYER;
  const issue = await actSurPlace(args, {
    command: updateRubriques,
    avec: { informationId: id, mineurId: duFoyer ? null : volet },
  });
  if (!('resultat' in issue)) return Response.json({ erreurs: issue.data.erreurs }, { status: issue.init?.status });
  const rendu = buildRedaction(issue.resultat, duFoyer ? RUBRIQUES_FOYER : RUBRIQUES_MINEUR);
  return Response.json(rendu, { status: rendu.conflits.length > 0 ? 409 : 200 });
}
