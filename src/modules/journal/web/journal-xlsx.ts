import { buildClasseur, buildFeuille } from '#documents/tableur-ecriture.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { listEvenements } from '../data/queries.server.ts';
import { RechercheJournal } from '../evenement.ts';
import type { Route } from './+types/journal-xlsx.ts';
import { buildLigne, type LigneDeJournal } from './journal-view.ts';

/** Le journal filtré, en classeur ; sortir ces lignes est soi-même un acte du journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const recherche = RechercheJournal.parse(Object.fromEntries(new URL(args.request.url).searchParams));
    const { evenements } = await listEvenements(contexte, recherche, TOUTES_LES_LIGNES.taille);
    await recordTrace(contexte.tx, { acte: 'journal.evenements.exporter', detail: { lignes: evenements.length } });
    const texte = (titre: string, cle: keyof LigneDeJournal) => ({
      titre,
      type: 'texte' as const,
      valeur: (l: LigneDeJournal) => l[cle],
    });
    const feuille = buildFeuille({
      nom: 'Journal',
      colonnes: [
        texte('Jour', 'quand'),
        texte('Heure', 'heure'),
        texte('Qui', 'agent'),
        texte('Sujet', 'sujet'),
        texte('Acte', 'acte'),
        texte('Dossier', 'enfant'),
        texte('Ce qui a changé', 'detail'),
      ],
      lignes: evenements.map((evenement) => buildLigne(evenement, contexte.aujourdhui)),
      piedDePage: 'Confidentiel, soumis au secret professionnel (CASF, art. L221-6)',
    });
    return sendClasseur(await buildClasseur([feuille]), 'journal', contexte.aujourdhui);
  });
}
