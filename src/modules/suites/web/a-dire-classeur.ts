import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { listDues } from '../data/dues-queries.server.ts';
import { canListADire } from '../droits.ts';
import { DueFiltre } from '../due-filtre.ts';
import { COLONNES_A_DIRE } from '../exports/a-dire.ts';
import type { Route } from './+types/a-dire-classeur.ts';
import { buildLigneDue } from './a-dire-view.ts';

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui: jour, tx } = contexte;
    if (!canListADire(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { filtre } = parseFiltre(args.request, DueFiltre);
    const {
      page: { lignes },
    } = await listDues(contexte, filtre, TOUTES_LES_LIGNES);
    await recordTrace(tx, { acte: 'suites.a-dire.exporter', detail: { lignes: lignes.length } });
    const classeur = await buildClasseurDeListe({
      nom: 'À dire',
      colonnes: COLONNES_A_DIRE,
      lignes: lignes.map((ligne) => buildLigneDue(ligne, jour)),
      jour,
    });
    return sendClasseur(classeur, 'a-dire', jour);
  });
}
