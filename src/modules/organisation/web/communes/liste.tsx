import { useLocation } from 'react-router';
import { formatJour } from '#shared/jour-civil-format.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { CommuneFiltre } from '../../commune.ts';
import { type CommuneDesservie, getDepartement, listCommunes } from '../../data/secteurs.server.ts';
import { getVocabulaire, listUnitesAChoisir } from '../../data/unites.server.ts';
import { canUpdateOrganisation } from '../../droits.ts';
import { buildChoixUnites } from '../../unite.ts';
import type { Route } from './+types/liste.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre, brut } = parseFiltre(args.request, CommuneFiltre);
    return {
      page: await listCommunes(contexte, filtre, PageDemandee.parse(brut)),
      filtre,
      departement: await getDepartement(contexte),
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
      peut: canUpdateOrganisation(contexte.agent),
    };
  });
}

function buildColonnes(peut: boolean): Colonne<CommuneDesservie>[] {
  const colonnes: Colonne<CommuneDesservie>[] = [
    {
      cle: 'nom',
      titre: 'Commune',
      triable: true,
      cellule: ({ nom, quartier }) => (
        <>
          {nom}
          {quartier ? <small>{quartier}</small> : null}
        </>
      ),
    },
    {
      cle: 'unite',
      titre: 'Desservie par',
      triable: true,
      cellule: ({ uniteId, unite }) =>
        uniteId ? (
          <a href={`/organisation/unites/${uniteId}`}>{unite}</a>
        ) : (
          <Etiquette ton="retard">personne</Etiquette>
        ),
    },
    { cle: 'depuis', titre: 'Depuis', cellule: ({ du }) => (du ? formatJour(du, 'court') : null) },
    { cle: 'postal', titre: 'Code postal', cellule: ({ codesPostaux }) => codesPostaux.join(', ') },
    {
      cle: 'population',
      titre: 'Habitants',
      nombre: true,
      triable: true,
      cellule: ({ population }) => population?.toLocaleString('fr-FR'),
    },
    {
      cle: 'acte',
      titre: 'Acte',
      cellule: ({ code, quartier }) => (
        <a href={`/organisation/communes/${code}/confier?quartier=${encodeURIComponent(quartier)}`}>Confier</a>
      ),
    },
  ];
  return colonnes.filter(({ cle }) => peut || cle !== 'acte');
}

export default function ListeCommunes({
  loaderData: { page, filtre, departement, unites, mots, peut },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Communes"
      sous={`${departement.nom} : les communes et l’unité qui les dessert aujourd’hui`}
      onglets={listOnglets('communes')}
      adresse={pathname + search}
      {...page}
      nom={['commune ou quartier', 'communes et quartiers']}
      filtree={Boolean(filtre.q || filtre.unite || filtre.desserte)}
      exporter="/organisation/communes.xlsx"
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ code, quartier }) => `${code}/${quartier}`}
      ton={({ uniteId }) => (uniteId ? undefined : 'retard')}
      colonnes={buildColonnes(peut)}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Nom ou code postal" type="search" valeur={filtre.q} />
          <ChampSelection
            nom="unite"
            libelle="Unité"
            vide="Toutes"
            choix={buildChoixUnites(unites, mots)}
            valeur={filtre.unite}
          />
          <ChampSelection
            nom="desserte"
            libelle="Desserte"
            vide="Toutes"
            choix={[{ valeur: 'sans', libelle: 'Que personne ne dessert' }]}
            valeur={filtre.desserte}
          />
        </>
      }
      vide={{ titre: 'Aucune commune', texte: 'La liste officielle des communes du département apparaîtra ici.' }}
    />
  );
}
