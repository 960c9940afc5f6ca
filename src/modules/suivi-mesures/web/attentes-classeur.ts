import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { listOrdonneesPasExecutees } from '#modules/mesures/index.server.ts';
import { AttenteFiltre, canListMesures } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_ATTENTES } from '../exports/attentes.ts';
import type { Route } from './+types/attentes-classeur.ts';
import { buildLigneAttente } from './attentes-view.ts';
import { getDebutsVises } from './debuts-vises.server.ts';

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui: jour, tx } = contexte;
    if (!canListMesures(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { filtre } = parseFiltre(args.request, AttenteFiltre);
    const { lignes } = await listOrdonneesPasExecutees(contexte, filtre, TOUTES_LES_LIGNES);
    await recordTrace(tx, { acte: 'mesures.attentes.exporter', detail: { lignes: lignes.length } });
    const vises = await getDebutsVises(contexte);
    const classeur = await buildClasseurDeListe({
      nom: 'Ordonné, pas exécuté',
      colonnes: COLONNES_ATTENTES,
      lignes: lignes.map((ligne) => buildLigneAttente(ligne, jour, { vises, peutExecuter: false })),
      jour,
    });
    return sendClasseur(classeur, 'ordonne-pas-execute', jour);
  });
}
