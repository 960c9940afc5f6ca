import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_TABLEAU } from '../exports/tableau.ts';
import { TableauFiltre } from '../tableau-filtre.ts';
import type { Route } from './+types/tableau-classeur.ts';
import { buildLignes } from './creches-view.ts';
import { readTableau } from './tableau.server.ts';

/** Tous les indicateurs, crèche par crèche, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, aujourdhui: jour } = contexte;
    const { filtre } = parseFiltre(args.request, TableauFiltre);
    const { creches, sommes, bornes } = await readTableau(contexte, filtre);
    await recordTrace(tx, { acte: 'creches.tableau.exporter', detail: { ...bornes, creches: creches.length } });
    const lignes = buildLignes(creches, sommes);
    const classeur = await buildClasseurDeListe({
      nom: 'Tableau des crèches',
      colonnes: COLONNES_TABLEAU,
      lignes,
      jour,
    });
    return sendClasseur(classeur, 'tableau-des-creches', jour);
  });
}
