import { useLocation } from 'react-router';
import { FiltreTerritoire } from '#modules/eaje/web/composants.tsx';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { PRIORITES } from '../dossier-travaux.ts';
import type { Route } from './+types/travaux.ts';
import { buildColonnesDossiers } from './dossiers-colonnes.tsx';
import { isEnRetard } from './dossiers-view.ts';
import { loadTravaux } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) => loadTravaux(contexte, args.request));
}

export default function TravauxDesCreches({
  loaderData: { filtre, jour, vues, territoires, lignes },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Travaux des crèches"
      sous="Du besoin à la réouverture, le plus pressant d’abord : sécurité, conformité, continuité, confort"
      fil={[{ titre: 'Crèches', href: '/creches' }]}
      onglets={vues}
      adresse={pathname + search}
      lignes={lignes}
      total={lignes.length}
      page={1}
      pages={1}
      nom={['dossier', 'dossiers']}
      filtree={Boolean(filtre.territoire || filtre.priorite || filtre.vue !== 'ouverts')}
      exporter="/creches/travaux.xlsx"
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={(dossier) => (isEnRetard(dossier, jour) ? 'retard' : undefined)}
      colonnes={buildColonnesDossiers(jour, { creche: true })}
      filtres={
        <>
          <input type="hidden" name="vue" value={filtre.vue} />
          <FiltreTerritoire choix={buildChoixNommes(territoires)} valeur={filtre.territoire} />
          <ChampSelection
            nom="priorite"
            libelle="Priorité"
            vide="Toutes"
            choix={buildChoix(PRIORITES)}
            valeur={filtre.priorite}
          />
        </>
      }
      vide={{
        titre: 'Aucuns travaux ouverts',
        texte: 'Un besoin s’inscrit depuis la fiche d’une crèche, onglet « Travaux ».',
      }}
    />
  );
}
