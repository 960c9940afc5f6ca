import { canAccueillir, canFinancer } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { listCreches, listExercices } from '../data/activite.server.ts';
import { listEnfantsFiloue } from '../data/declarations.server.ts';
import { buildFiloue } from '../rules/filoue.ts';
import type { Route } from './+types/filoue.ts';
import { parseAnnee, sendCsv } from './lecture.server.ts';

/** Le fichier Filoué d'une crèche : sans nom, fabriqué à la demande, jamais gardé ; l'export est au journal (FIL-06). */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const annee = parseAnnee(args.request, contexte);
    const [creche] = await listCreches(contexte.tx, annee, [args.params.id]);
    if (!creche || !canFinancer(contexte.agent, creche) || !canAccueillir(contexte.agent, creche))
      throw new Introuvable('Absente, ou hors de vos missions.');
    const [exercice] = await listExercices(contexte.tx, annee, [creche.id]);
    const enfants = await listEnfantsFiloue(contexte, annee, creche.id);
    const lignes = enfants.filter(({ apparait }) => apparait).length;
    await recordTrace(contexte.tx, {
      acte: 'activite-psu.filoue.exporter',
      objetId: creche.id,
      detail: { annee, lignes },
    });
    const identifiants = { organismeCaf: exercice?.organismeCaf ?? null, dossierAfc: creche.dossierAfc };
    return sendCsv(buildFiloue(enfants, identifiants), `filoue-${annee}-${creche.code}-dessin-a-confirmer`);
  });
}
