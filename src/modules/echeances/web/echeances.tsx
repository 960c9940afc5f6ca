import { useLocation } from 'react-router';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { ACTEURS } from '#shared/obligation.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { listEcheancesDues } from '../data/echeances-queries.server.ts';
import { EcheanceFiltre, findPorteeDArrivee, listPortees, PORTEES, VUES_ECHEANCES } from '../echeance-filtre.ts';
import { listReglesAChoisir } from '../rules/referentiel.ts';
import type { Route } from './+types/echeances.ts';
import { buildLigneEcheance, buildOngletsEcheances, LIBELLE_GRAVITE, type LigneEcheance } from './echeances-view.ts';

export function loader(args: Route.LoaderArgs) {
  const { choisies } = readColonnes(args, 'echeances');
  return readPage(args, async (contexte) => {
    const { filtre, brut } = parseFiltre(args.request, EcheanceFiltre);
    const { page, comptes } = await listEcheancesDues(contexte, filtre, PageDemandee.parse(brut));
    const portees = listPortees(contexte.agent);
    return {
      filtre: { ...filtre, portee: filtre.portee || findPorteeDArrivee(contexte.agent) },
      page: { ...page, lignes: page.lignes.map((ligne) => buildLigneEcheance(ligne, contexte.aujourdhui)) },
      onglets: buildOngletsEcheances(filtre, comptes),
      portees: Object.fromEntries(portees.map((portee) => [portee, PORTEES[portee]])),
      unites: await listUnitesAChoisir(contexte),
      colonnes: choisies,
    };
  });
}

const COLONNES: readonly Colonne<LigneEcheance>[] = [
  { cle: 'objet', titre: 'Concerne', cellule: ({ href, objet }) => <a href={href}>{objet}</a> },
  {
    cle: 'pour',
    titre: 'Pour le',
    triable: true,
    cellule: ({ distance, ton, pourDit }) => (
      <>
        <Etiquette ton={ton}>{distance}</Etiquette> <span className="insecable">{pourDit}</span>
      </>
    ),
  },
  {
    cle: 'regle',
    titre: 'Ce qui est dû',
    triable: true,
    cellule: ({ detail, quoi, objet }) => (
      <a href={detail}>
        {quoi}
        <span className="lecteur"> : {objet}</span>
      </a>
    ),
  },
  { cle: 'acteur', titre: 'De qui', cellule: ({ agent, acteur }) => agent || acteur },
  { cle: 'unite', titre: 'Territoire', triable: true, facultative: true, cellule: ({ unite }) => unite },
  { cle: 'texte', titre: 'Texte', facultative: 'absente', cellule: ({ texte }) => texte },
  { cle: 'gravite', titre: 'Gravité', facultative: 'absente', cellule: ({ gravite }) => gravite },
  { cle: 'depuis', titre: 'Depuis', facultative: 'absente', cellule: ({ depuisDit }) => depuisDit },
  {
    cle: 'code',
    titre: 'Règle',
    facultative: 'absente',
    cellule: ({ regle }) => <span className="insecable">{regle}</span>,
  },
  {
    cle: 'numero',
    titre: 'Dossier',
    facultative: 'absente',
    cellule: ({ numero }) => <span className="insecable">{numero}</span>,
  },
];

export default function Echeances({ loaderData }: Route.ComponentProps) {
  const { page, filtre, onglets, portees, unites, colonnes } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Échéances"
      sous="Ce que le droit doit aux enfants et des crèches, calculé des actes inscrits dans leurs dossiers"
      adresse={pathname + search}
      {...page}
      nom={['échéance', 'échéances']}
      onglets={onglets}
      filtree={[filtre.regle, filtre.acteur, filtre.gravite, filtre.unite].some(Boolean)}
      exporter="/echeances.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ cle }) => cle}
      ton={({ ton }) => (ton === 'retard' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampSelection
            nom="vue"
            libelle="Montrer"
            vide={null}
            choix={buildChoix(VUES_ECHEANCES)}
            valeur={filtre.vue}
          />
          <ChampSelection
            nom="portee"
            libelle="Pour qui"
            vide={null}
            choix={buildChoix(portees)}
            valeur={filtre.portee}
          />
          <ChampSelection
            nom="regle"
            libelle="Ce qui est dû"
            vide="Tout"
            choix={listReglesAChoisir()}
            valeur={filtre.regle}
          />
          <ChampSelection
            nom="acteur"
            libelle="De qui"
            vide="Tous"
            choix={buildChoix(ACTEURS)}
            valeur={filtre.acteur}
          />
          <ChampSelection
            nom="gravite"
            libelle="Gravité"
            vide="Toutes"
            choix={buildChoix(LIBELLE_GRAVITE)}
            valeur={filtre.gravite}
          />
          <ChampSelection
            nom="unite"
            libelle="Territoire"
            vide="Tous"
            choix={buildChoixNommes(unites)}
            valeur={filtre.unite}
          />
        </>
      }
      vide={{
        titre: 'Rien dans cette file',
        texte:
          'Une obligation vient ici dès qu’un acte du dossier la fait naître, et en sort quand l’acte dû est inscrit.',
      }}
    />
  );
}
