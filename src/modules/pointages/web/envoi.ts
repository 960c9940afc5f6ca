import { actSurPlace, readPage } from '#web/page.server.ts';
import { listEtatsDuJour } from '../data/attendus.server.ts';
import { type GesteEcarte, getCreche, readJourDePointage, recordPointages } from '../data/pointage.server.ts';
import { Geste } from '../pointage-saisie.ts';
import type { Route } from './+types/envoi.ts';
import type { ReponseTablette } from './tablette.ts';

/** Ce que la tablette a gardé pendant que le réseau manquait ; en retour, ce qui est reçu et où en est chaque enfant. */
export async function action(args: Route.ActionArgs) {
  const { gestes, illisibles } = readGestes(await args.request.json().catch(() => ({})));
  return readPage(args, async (contexte) => {
    const creche = await getCreche(contexte.tx, args.params.id);
    const issue = await actSurPlace(args, {
      command: recordPointages,
      valeurs: {},
      avec: { etablissementId: creche.id, gestes },
    });
    if (!('resultat' in issue)) return Response.json({ motif: 'Ces pointages ne se lisent pas.' }, { status: 400 });
    const { recus, refuses } = issue.resultat;
    const { jour, isPointable } = await readJourDePointage(contexte, creche);
    const etats = await listEtatsDuJour(contexte.tx, creche.id, jour);
    const reponse: ReponseTablette = { recus, refuses: [...refuses, ...illisibles], jour, isPointable, etats };
    return Response.json(reponse);
  });
}

/** Un geste qui ne se lit pas ne retient pas les autres. */
function readGestes(corps: unknown): { gestes: Geste[]; illisibles: GesteEcarte[] } {
  const brut = typeof corps === 'object' && corps !== null && 'gestes' in corps ? corps.gestes : [];
  const [gestes, illisibles]: [Geste[], GesteEcarte[]] = [[], []];
  for (const un of Array.isArray(brut) ? brut : []) {
    const lu = Geste.safeParse(un);
    if (lu.success) gestes.push(lu.data);
    else illisibles.push({ id: String(Object(un).id), raison: 'Ce geste ne se lit pas.' });
  }
  return { gestes, illisibles };
}
