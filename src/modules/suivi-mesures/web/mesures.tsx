import { useLocation } from 'react-router';
import { countMesures, listMesures, listServices } from '#modules/mesures/index.server.ts';
import { canListMesures, ETATS_MESURE, HORIZONS, MesureFiltre, VUES_MESURES } from '#modules/mesures/index.ts';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import type { Route } from './+types/mesures.ts';
import { buildChoixDeCodes } from './codes-view.ts';
import { buildLigneMesure, buildOngletsMesures, type LigneMesure } from './mesures-view.ts';

export function loader(args: Route.LoaderArgs) {
  const { choisies } = readColonnes(args, 'mesures');
  return readPage(args, async (contexte) => {
    if (!canListMesures(contexte.agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { filtre, brut } = parseFiltre(args.request, MesureFiltre);
    const page = await listMesures(contexte, filtre, PageDemandee.parse(brut));
    return {
      filtre,
      page: { ...page, lignes: page.lignes.map((ligne) => buildLigneMesure(ligne, contexte.aujourdhui)) },
      onglets: buildOngletsMesures(filtre, await countMesures(contexte)),
      unites: await listUnitesAChoisir(contexte),
      services: await listServices(contexte),
      codes: buildChoixDeCodes(contexte.aujourdhui),
      colonnes: choisies,
    };
  });
}

const COLONNES: readonly Colonne<LigneMesure>[] = [
  {
    cle: 'enfant',
    titre: 'Enfant',
    triable: true,
    cellule: ({ hrefEnfant, enfant }) => <a href={hrefEnfant}>{enfant}</a>,
  },
  {
    cle: 'code',
    titre: 'Mesure',
    triable: true,
    cellule: ({ href, mesure, enfant }) => (
      <a href={href}>
        {mesure}
        <span className="lecteur"> : {enfant}</span>
      </a>
    ),
  },
  { cle: 'etat', titre: 'État', triable: true, cellule: ({ etat, ton }) => <Etiquette ton={ton}>{etat}</Etiquette> },
  {
    cle: 'terme',
    titre: 'Dernier jour',
    triable: true,
    cellule: ({ terme, periode }) => (
      <>
        {terme && terme.ton !== 'neutre' ? <Etiquette ton={terme.ton}>{terme.texte}</Etiquette> : null}{' '}
        <span className="insecable">{periode}</span>
      </>
    ),
  },
  { cle: 'service', titre: 'Service', triable: true, facultative: true, cellule: ({ service }) => service },
  { cle: 'unite', titre: 'Territoire', triable: true, facultative: true, cellule: ({ unite }) => unite },
  { cle: 'decidee', titre: 'Décidée le', triable: true, facultative: 'absente', cellule: ({ decidee }) => decidee },
  { cle: 'debut', titre: 'Commencée le', facultative: 'absente', cellule: ({ debut }) => debut },
  { cle: 'demandee', titre: 'Demandée le', triable: true, facultative: 'absente', cellule: ({ demandee }) => demandee },
  { cle: 'origine', titre: 'Origine', facultative: 'absente', cellule: ({ origine }) => origine },
  {
    cle: 'numero',
    titre: 'Dossier',
    facultative: 'absente',
    cellule: ({ numero }) => <span className="insecable">{numero}</span>,
  },
];

export default function Mesures({ loaderData }: Route.ComponentProps) {
  const { page, filtre, onglets, colonnes } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Mesures"
      sous="Prestations et mesures judiciaires des enfants que vous suivez"
      adresse={pathname + search}
      {...page}
      nom={['mesure', 'mesures']}
      onglets={onglets}
      filtree={[filtre.q, filtre.etat, filtre.code, filtre.unite, filtre.service, filtre.finit].some(Boolean)}
      exporter="/mesures.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={({ ton }) => (ton === 'retard' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={<Filtres {...loaderData} />}
      vide={{
        titre: 'Aucune mesure dans cette file',
        texte:
          'Une mesure vient ici quand on la propose, ou quand on inscrit une décision de justice, depuis l’onglet « Mesures » du dossier de l’enfant.',
      }}
    />
  );
}

function Filtres({ filtre, unites, services, codes }: Route.ComponentProps['loaderData']) {
  return (
    <>
      <ChampTexte nom="q" libelle="Enfant" type="search" valeur={filtre.q} />
      <ChampSelection nom="vue" libelle="Montrer" vide={null} choix={buildChoix(VUES_MESURES)} valeur={filtre.vue} />
      <ChampSelection nom="code" libelle="Mesure" vide="Toutes" choix={codes} valeur={filtre.code} />
      <ChampSelection nom="etat" libelle="État" vide="Tous" choix={buildChoix(ETATS_MESURE)} valeur={filtre.etat} />
      <ChampSelection
        nom="finit"
        libelle="Dernier jour"
        vide="N’importe quand"
        choix={buildChoix(HORIZONS)}
        valeur={filtre.finit}
      />
      <ChampSelection
        nom="service"
        libelle="Service"
        vide="Tous"
        choix={services.map((service) => ({ valeur: service, libelle: service }))}
        valeur={filtre.service}
      />
      <ChampSelection
        nom="unite"
        libelle="Territoire"
        vide="Tous"
        choix={buildChoixNommes(unites)}
        valeur={filtre.unite}
      />
    </>
  );
}
