import { buildClasseur, buildFeuille } from '#documents/tableur-ecriture.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { listInformations } from '../data/liste-queries.server.ts';
import { canListInformations } from '../droits.ts';
import { LIBELLE_ETAT, LIBELLE_SOURCE, LIBELLE_URGENCE } from '../information.ts';
import { InformationFiltre, type InformationLigne } from '../information-filtre.ts';
import type { Route } from './+types/classeur.ts';
import { formatFratrie } from './liste-view.ts';

/** Toutes les lignes d'un coup : un export ne se feuillette pas. */
const TOUT = { page: 1, taille: 50_000 };

/** La même liste, en classeur ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui, tx } = contexte;
    if (!canListInformations(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const filtre = InformationFiltre.parse(Object.fromEntries(new URL(args.request.url).searchParams));
    const { lignes } = await listInformations(contexte, filtre, TOUT);
    await recordTrace(tx, { acte: 'ip.liste.exporter', detail: { lignes: lignes.length } });
    const feuille = buildFeuille<InformationLigne>({
      nom: 'Informations préoccupantes',
      piedDePage: `Confidentiel · ${agent.prenom} ${agent.nom} · ${aujourdhui}`,
      lignes,
      colonnes: [
        { titre: 'Numéro', type: 'texte', largeur: 16, valeur: ({ numero }) => numero },
        { titre: 'Reçue le', type: 'jour', valeur: ({ recueLe }) => recueLe },
        { titre: 'Enfants', type: 'texte', largeur: 40, valeur: ({ mineurs }) => formatFratrie(mineurs) },
        { titre: 'Source', type: 'texte', valeur: ({ source }) => LIBELLE_SOURCE[source] },
        { titre: 'Urgence', type: 'texte', valeur: ({ urgence }) => LIBELLE_URGENCE[urgence] },
        { titre: 'État', type: 'texte', largeur: 28, valeur: ({ etat }) => LIBELLE_ETAT[etat] },
        { titre: 'Terme de l’évaluation', type: 'jour', valeur: ({ terme }) => terme },
        { titre: 'Rapport remis le', type: 'jour', valeur: ({ rapportRemisLe }) => rapportRemisLe },
        { titre: 'Close le', type: 'jour', valeur: ({ closeLe }) => closeLe },
        { titre: 'Traitée par', type: 'texte', valeur: ({ unite }) => unite },
        { titre: 'Équipe', type: 'texte', largeur: 36, valeur: ({ equipe }) => equipe.join(', ') },
      ],
    });
    return new Response(new Uint8Array(await buildClasseur([feuille])), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="informations-${aujourdhui}.xlsx"`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
