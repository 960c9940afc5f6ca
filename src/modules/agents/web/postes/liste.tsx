import { data, useLocation } from 'react-router';
import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { buildChoixUnites, canUpdateOrganisation } from '#modules/organisation/index.ts';
import { PROFILS } from '#shared/habilitation.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { listPostes } from '../../data/postes.server.ts';
import { ETATS_POSTE, PosteFiltre } from '../../poste.ts';
import type { Route } from './+types/liste.ts';
import { COLONNES_POSTE } from './tableau-postes.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre, brut } = parseFiltre(args.request, PosteFiltre);
    const { choisies, temoin } = readColonnes(args, 'postes');
    const vue = {
      page: await listPostes(contexte, filtre, PageDemandee.parse(brut)),
      filtre,
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
      peut: canUpdateOrganisation(contexte.agent),
      colonnes: choisies,
    };
    return data(vue, temoin ? { headers: { 'Set-Cookie': temoin } } : {});
  });
}

export default function ListePostes({
  loaderData: { page, filtre, unites, mots, peut, colonnes },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Postes"
      sous="Les postes ouverts aujourd’hui, qui les tient, et ceux qui attendent quelqu’un"
      onglets={listOnglets('postes')}
      actes={peut ? <LienBouton href="/organisation/postes/nouveau">Créer un poste</LienBouton> : null}
      adresse={pathname + search}
      {...page}
      nom={['poste', 'postes']}
      filtree={Boolean(filtre.q || filtre.unite || filtre.profil || filtre.etat)}
      exporter="/organisation/postes.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={({ etat }) => (etat === 'vacant' ? 'retard' : undefined)}
      colonnes={[
        ...COLONNES_POSTE.slice(0, 1),
        {
          cle: 'unite',
          titre: 'Unité',
          triable: true,
          cellule: (p) => <a href={`/organisation/unites/${p.uniteId}`}>{p.unite}</a>,
        },
        ...COLONNES_POSTE.slice(1),
      ]}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Intitulé ou numéro" type="search" valeur={filtre.q} />
          <ChampSelection
            nom="unite"
            libelle="Unité"
            vide="Toutes"
            choix={buildChoixUnites(unites, mots)}
            valeur={filtre.unite}
          />
          <ChampSelection
            nom="profil"
            libelle="Profil"
            vide="Tous"
            choix={buildChoix(PROFILS)}
            valeur={filtre.profil}
          />
          <ChampSelection nom="etat" libelle="État" vide="Tous" choix={buildChoix(ETATS_POSTE)} valeur={filtre.etat} />
        </>
      }
      vide={{ titre: 'Aucun poste pour l’instant', texte: 'Les postes du département apparaîtront ici.' }}
    />
  );
}
