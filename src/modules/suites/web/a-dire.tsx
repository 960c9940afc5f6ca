import { useLocation } from 'react-router';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { listDues } from '../data/dues-queries.server.ts';
import { canListADire } from '../droits.ts';
import { DueFiltre, OBJETS_DUS, VUES_DUES } from '../due-filtre.ts';
import type { Route } from './+types/a-dire.ts';
import { buildLigneDue, buildOngletsDus, type LigneDue } from './a-dire-view.ts';

export function loader(args: Route.LoaderArgs) {
  const { choisies } = readColonnes(args, 'a-dire');
  return readPage(args, async (contexte) => {
    if (!canListADire(contexte.agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { filtre, brut } = parseFiltre(args.request, DueFiltre);
    const { page, comptes } = await listDues(contexte, filtre, PageDemandee.parse(brut));
    return {
      filtre,
      page: { ...page, lignes: page.lignes.map((ligne) => buildLigneDue(ligne, contexte.aujourdhui)) },
      onglets: buildOngletsDus(filtre, comptes),
      unites: await listUnitesAChoisir(contexte),
      colonnes: choisies,
    };
  });
}

const COLONNES: readonly Colonne<LigneDue>[] = [
  { cle: 'enfants', titre: 'Enfants', cellule: ({ href, enfants }) => <a href={href}>{enfants}</a> },
  {
    cle: 'pour',
    titre: 'À dire',
    triable: true,
    cellule: ({ distance, ton, pourDit }) => (
      <>
        <Etiquette ton={ton}>{distance}</Etiquette> <span className="insecable">{pourDit}</span>
      </>
    ),
  },
  { cle: 'objet', titre: 'Quoi', triable: true, cellule: ({ quoi }) => quoi },
  { cle: 'a-qui', titre: 'À qui', cellule: ({ aQui }) => aQui },
  { cle: 'depuis', titre: 'Depuis', cellule: ({ depuisDit }) => <span className="insecable">{depuisDit}</span> },
  {
    cle: 'acte',
    titre: 'Acte',
    cellule: ({ informer, quoi, enfants }) => (
      <a href={informer}>
        Inscrire
        <span className="lecteur">
          {' '}
          : {quoi}, {enfants}
        </span>
      </a>
    ),
  },
  { cle: 'unite', titre: 'Traitée par', triable: true, facultative: true, cellule: ({ unite }) => unite },
  { cle: 'texte', titre: 'Texte', facultative: 'absente', cellule: ({ texte }) => texte },
  { cle: 'etat', titre: 'État', facultative: 'absente', cellule: ({ etat }) => etat },
  {
    cle: 'numero',
    titre: 'Information',
    facultative: 'absente',
    cellule: ({ numero }) => <span className="insecable">{numero}</span>,
  },
];

export default function ADire({ loaderData }: Route.ComponentProps) {
  const { page, filtre, onglets, unites, colonnes } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Ce que l’on doit dire"
      sous="À la source et aux parents, de ce que vous conduisez et qui n’est pas encore inscrit comme dit"
      fil={[{ titre: 'Informations préoccupantes', href: '/informations' }]}
      adresse={pathname + search}
      {...page}
      nom={['information à donner', 'informations à donner']}
      onglets={onglets}
      filtree={filtre.unite !== '' || filtre.objet !== ''}
      exporter="/informations/a-dire.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ cle }) => cle}
      ton={({ ton }) => (ton === 'retard' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampSelection nom="vue" libelle="Montrer" vide={null} choix={buildChoix(VUES_DUES)} valeur={filtre.vue} />
          <ChampSelection nom="objet" libelle="Quoi" vide="Tout" choix={buildChoix(OBJETS_DUS)} valeur={filtre.objet} />
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
        titre: 'Rien n’est à dire dans cette file',
        texte:
          'Ce que la loi fait dire à la source et aux parents vient ici avec son jour, et en sort quand on l’inscrit sur la page « Décision et suites ».',
      }}
    />
  );
}
