import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { listEcheancesDues } from '../data/echeances-queries.server.ts';
import { EcheanceFiltre } from '../echeance-filtre.ts';
import { COLONNES_ECHEANCES } from '../exports/echeances.ts';
import type { Route } from './+types/echeances-classeur.ts';
import { buildLigneEcheance } from './echeances-view.ts';

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { aujourdhui: jour, tx } = contexte;
    const { filtre } = parseFiltre(args.request, EcheanceFiltre);
    const {
      page: { lignes },
    } = await listEcheancesDues(contexte, filtre, TOUTES_LES_LIGNES);
    await recordTrace(tx, { acte: 'echeances.exporter', detail: { lignes: lignes.length } });
    const classeur = await buildClasseurDeListe({
      nom: 'Échéances',
      colonnes: COLONNES_ECHEANCES,
      lignes: lignes.map((ligne) => buildLigneEcheance(ligne, jour)),
      jour,
    });
    return sendClasseur(classeur, 'echeances', jour);
  });
}
