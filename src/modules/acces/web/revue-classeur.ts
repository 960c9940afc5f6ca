import { buildClasseur, buildFeuille } from '#documents/tableur-ecriture.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { sendClasseur } from '#web/classeur.server.ts';
import { readPage } from '#web/page.server.ts';
import { listBrisDuMois } from '../data/consultations-queries.server.ts';
import { canReadRevue } from '../droits.ts';
import type { Route } from './+types/revue-classeur.ts';
import { buildLigneDeRevue, type LigneDeRevue, readMois } from './revue-view.ts';

/** Les ouvertures du mois, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui, tx } = contexte;
    if (!canReadRevue(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { mois, titre } = readMois(args.request.url, aujourdhui);
    const lignes = (await listBrisDuMois(contexte, mois)).map((bris) => buildLigneDeRevue(bris, agent));
    await recordTrace(tx, { acte: 'acces.revue.exporter', detail: { mois, lignes: lignes.length } });
    const texte = (entete: string, cle: keyof LigneDeRevue, largeur?: number) => ({
      titre: entete,
      type: 'texte' as const,
      ...(largeur ? { largeur } : {}),
      valeur: (ligne: LigneDeRevue) => ligne[cle] as string | null,
    });
    const feuille = buildFeuille<LigneDeRevue>({
      nom: 'Ouvertures en urgence',
      piedDePage: `Ouvertures en urgence, ${titre} · Confidentiel · ${agent.prenom} ${agent.nom} · ${aujourdhui}`,
      lignes,
      colonnes: [
        texte('Agent', 'agent'),
        texte('Ouvert le', 'quand', 34),
        texte('Pour', 'duree', 10),
        texte('Dossier', 'dossier', 14),
        texte('Raison', 'motif', 28),
        texte('Explication', 'explication', 60),
        texte('Conclusion', 'verdict', 16),
        texte('Revue', 'conclusion', 50),
      ],
    });
    return sendClasseur(await buildClasseur([feuille]), `ouvertures-en-urgence-${mois}`, aujourdhui);
  });
}
