import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { listMesures } from '#modules/mesures/index.server.ts';
import { canListMesures, MesureFiltre } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_MESURES } from '../exports/mesures.ts';
import type { Route } from './+types/mesures-classeur.ts';
import { buildLigneMesure } from './mesures-view.ts';

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui: jour, tx } = contexte;
    if (!canListMesures(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { filtre } = parseFiltre(args.request, MesureFiltre);
    const { lignes } = await listMesures(contexte, filtre, TOUTES_LES_LIGNES);
    await recordTrace(tx, { acte: 'mesures.exporter', detail: { lignes: lignes.length } });
    const classeur = await buildClasseurDeListe({
      nom: 'Mesures',
      colonnes: COLONNES_MESURES,
      lignes: lignes.map((ligne) => buildLigneMesure(ligne, jour)),
      jour,
    });
    return sendClasseur(classeur, 'mesures', jour);
  });
}
