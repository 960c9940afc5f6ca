import { actSurPlace, readPage } from '#web/page.server.ts';
import { listEtatsDuJour } from '../data/attendus.server.ts';
import { findJourDePointage, getCreche, recordPointages } from '../data/pointage.server.ts';
import type { Route } from './+types/envoi.ts';

/** Ce que la tablette a gardé pendant que le réseau manquait ; en retour, ce qui est reçu et où en est chaque enfant. */
export async function action(args: Route.ActionArgs) {
  const corps: unknown = await args.request.json().catch(() => ({}));
  const gestes = typeof corps === 'object' && corps !== null && 'gestes' in corps ? corps.gestes : [];
  return readPage(args, async (contexte) => {
    const creche = await getCreche(contexte.tx, args.params.id);
    const issue = await actSurPlace(args, {
      command: recordPointages,
      valeurs: {},
      avec: { etablissementId: creche.id, gestes },
    });
    if (!('resultat' in issue)) return Response.json({ motif: 'Ces pointages ne se lisent pas.' }, { status: 400 });
    const jour = findJourDePointage(creche, contexte.aujourdhui);
    return Response.json({ ...issue.resultat, etats: await listEtatsDuJour(contexte.tx, creche.id, jour) });
  });
}
