import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { COLONNES_BUDGET } from '../exports/budget.ts';
import type { Route } from './+types/budget-classeur.ts';
import { loadBudget } from './lecture.server.ts';

/** Le même tableau, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { lignes, exercice } = await loadBudget(contexte, args.request);
    await recordTrace(contexte.tx, { acte: 'budget-eaje.exporter', detail: { exercice, lignes: lignes.length } });
    const nom = `Budget des crèches ${exercice}`;
    const classeur = await buildClasseurDeListe({ nom, colonnes: COLONNES_BUDGET, lignes, jour: contexte.aujourdhui });
    return sendClasseur(classeur, `budget-creches-${exercice}`, contexte.aujourdhui);
  });
}
