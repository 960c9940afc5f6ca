import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_ACTIVITE } from '../exports/activite.ts';
import type { Route } from './+types/activite-classeur.ts';
import { loadActivite } from './lecture.server.ts';

/** Le même tableau, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { lignes, annee } = await loadActivite(contexte, args.request);
    await recordTrace(contexte.tx, { acte: 'activite-psu.exporter', detail: { annee, lignes: lignes.length } });
    const nom = `Heures et PSU ${annee}`;
    const classeur = await buildClasseurDeListe({
      nom,
      colonnes: COLONNES_ACTIVITE,
      lignes,
      jour: contexte.aujourdhui,
    });
    return sendClasseur(classeur, `heures-psu-${annee}`, contexte.aujourdhui);
  });
}
