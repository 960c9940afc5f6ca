import { buildClasseur, buildFeuille } from '#documents/tableur-ecriture.ts';
import { formatNaissance } from '#modules/personnes/index.ts';
import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { listEnfants } from '../data/enfants-queries.server.ts';
import { EnfantFiltre, type EnfantLigne } from '../enfant-filtre.ts';
import { LIBELLE_STATUT } from '../statut.ts';
import type { Route } from './+types/classeur.ts';

/** Toutes les lignes d'un coup : un export ne se feuillette pas. */
const TOUT = { page: 1, taille: 50_000 };

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui, tx } = contexte;
    const filtre = EnfantFiltre.parse(Object.fromEntries(new URL(args.request.url).searchParams));
    const { lignes } = await listEnfants(contexte, filtre, TOUT);
    await recordTrace(tx, { acte: 'enfants.liste.exporter', detail: { lignes: lignes.length } });
    const feuille = buildFeuille<EnfantLigne>({
      nom: 'Enfants',
      piedDePage: `Confidentiel · ${agent.prenom} ${agent.nom} · ${aujourdhui}`,
      lignes,
      colonnes: [
        { titre: 'Dossier', type: 'texte', largeur: 14, valeur: ({ numero }) => numero },
        { titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom },
        { titre: 'Nom d’usage', type: 'texte', valeur: ({ nomUsage }) => nomUsage },
        { titre: 'Prénom', type: 'texte', valeur: ({ prenom }) => prenom },
        { titre: 'Né le', type: 'jour', valeur: ({ dateNaissance }) => dateNaissance },
        { titre: 'Naissance', type: 'texte', largeur: 32, valeur: (ligne) => formatNaissance(ligne) },
        { titre: 'Statut', type: 'texte', valeur: ({ statut }) => statut && LIBELLE_STATUT[statut] },
        { titre: 'Référent', type: 'texte', valeur: ({ referent }) => referent },
        { titre: 'Territoire', type: 'texte', valeur: ({ unite }) => unite },
        { titre: 'Ouvert le', type: 'jour', valeur: ({ ouvertLe }) => ouvertLe },
        { titre: 'Restreint', type: 'booleen', valeur: ({ restreint }) => restreint },
      ],
    });
    return new Response(new Uint8Array(await buildClasseur([feuille])), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="enfants-${aujourdhui}.xlsx"`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
