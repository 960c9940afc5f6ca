import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { findIndicateur } from '../catalogue.ts';
import { listColonnesDIndicateur } from '../exports/indicateur.ts';
import { TableauFiltre } from '../tableau-filtre.ts';
import type { Route } from './+types/indicateur-classeur.ts';
import { buildIndicateur, computeSensDuPire, listLignesDIndicateur } from './indicateur-view.ts';
import { readTableau } from './tableau.server.ts';

/** La liste d'un indicateur, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, aujourdhui: jour } = contexte;
    const indicateur = findIndicateur(args.params.code);
    if (!indicateur) throw new Introuvable('Cet indicateur n’existe pas.');
    const { filtre } = parseFiltre(args.request, TableauFiltre);
    const lu = await readTableau(contexte, filtre);
    const lignes = listLignesDIndicateur(indicateur, lu, 'valeur', computeSensDuPire(indicateur));
    const detail = { ...lu.bornes, indicateur: indicateur.code, creches: lignes.length };
    await recordTrace(tx, { acte: 'creches.tableau.exporter', detail });
    const classeur = await buildClasseurDeListe({
      nom: `${indicateur.code} ${indicateur.titre}`,
      colonnes: listColonnesDIndicateur(buildIndicateur(indicateur, lu, filtre)),
      lignes,
      jour,
    });
    return sendClasseur(classeur, `creches-${indicateur.code.toLowerCase()}`, jour);
  });
}
