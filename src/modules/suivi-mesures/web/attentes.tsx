import { useLocation } from 'react-router';
import {
  countMesures,
  countOrdonneesPasExecutees,
  listOrdonneesPasExecutees,
  listServices,
} from '#modules/mesures/index.server.ts';
import { AttenteFiltre, canListMesures, MesureFiltre } from '#modules/mesures/index.ts';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import type { Route } from './+types/attentes.ts';
import { buildChiffresAttente, buildLigneAttente, type LigneAttente } from './attentes-view.ts';
import { ChiffresDesAttentes } from './chiffres-attente.tsx';
import { buildChoixDeCodes } from './codes-view.ts';
import { getDebutsVises } from './debuts-vises.server.ts';
import { formatAttente } from './mesure-view.ts';
import { buildOngletsMesures } from './mesures-view.ts';

export function loader(args: Route.LoaderArgs) {
  const { choisies } = readColonnes(args, 'attentes');
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canListMesures(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { filtre, brut } = parseFiltre(args.request, AttenteFiltre);
    const page = await listOrdonneesPasExecutees(contexte, filtre, PageDemandee.parse(brut));
    const comptes = await countOrdonneesPasExecutees(contexte, filtre);
    const vises = await getDebutsVises(contexte);
    const peutExecuter = canDo(agent, 'mesures.executer');
    const vue = MesureFiltre.parse({ ...filtre, vue: 'ordonnees-pas-executees', tri: 'terme' });
    return {
      filtre,
      page: {
        ...page,
        lignes: page.lignes.map((ligne) => buildLigneAttente(ligne, aujourdhui, { vises, peutExecuter })),
      },
      plusLongue: comptes.nombre > 0 ? formatAttente(comptes.plusLongue) : null,
      parUnite: buildChiffresAttente(comptes.parUnite, 'unite', filtre),
      parService: buildChiffresAttente(comptes.parService, 'service', filtre),
      onglets: buildOngletsMesures(vue, await countMesures(contexte)),
      unites: await listUnitesAChoisir(contexte),
      services: await listServices(contexte),
      codes: buildChoixDeCodes(aujourdhui),
      colonnes: choisies,
    };
  });
}

const COLONNES: readonly Colonne<LigneAttente>[] = [
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
    cellule: ({ href, mesure, enfant, decidee }) => (
      <>
        <a href={href}>
          {mesure}
          <span className="lecteur"> : {enfant}</span>
        </a>{' '}
        <small className="insecable">décidée le {decidee}</small>
      </>
    ),
  },
  {
    cle: 'attente',
    titre: 'Attend depuis',
    triable: true,
    cellule: ({ attenteDite, anciennete }) => (
      <>
        <Etiquette ton={anciennete.ton}>{anciennete.mot}</Etiquette> <span className="insecable">{attenteDite}</span>
      </>
    ),
  },
  {
    cle: 'raison',
    titre: 'Pourquoi',
    cellule: ({ raison, raisonDepuis }) =>
      raison ? (
        <>
          {raison} <small className="insecable">{raisonDepuis}</small>
        </>
      ) : (
        <Etiquette ton="retard">raison non dite</Etiquette>
      ),
  },
  { cle: 'risque', titre: 'Risque', facultative: true, cellule: ({ risque }) => risque },
  {
    cle: 'detenteur',
    titre: 'Qui tient la suite',
    cellule: ({ detenteur }) => detenteur || <Etiquette ton="retard">personne</Etiquette>,
  },
  {
    cle: 'acte',
    titre: 'Acte',
    cellule: ({ debut, pourquoi, enfant }) =>
      debut && pourquoi ? (
        <>
          <a className="insecable" href={debut}>
            Inscrire le début
            <span className="lecteur"> : {enfant}</span>
          </a>
          <br />
          <a className="insecable" href={pourquoi}>
            Dire pourquoi
            <span className="lecteur"> : {enfant}</span>
          </a>
        </>
      ) : null,
  },
  {
    cle: 'terme',
    titre: 'Dernier jour',
    facultative: 'absente',
    cellule: ({ terme }) => (terme ? <Etiquette ton={terme.ton}>{terme.texte}</Etiquette> : null),
  },
  { cle: 'service', titre: 'Service', triable: true, facultative: true, cellule: ({ service }) => service },
  { cle: 'unite', titre: 'Territoire', triable: true, facultative: true, cellule: ({ unite }) => unite },
  {
    cle: 'numero',
    titre: 'Dossier',
    facultative: 'absente',
    cellule: ({ numero }) => <span className="insecable">{numero}</span>,
  },
];

export default function OrdonnePasExecute({ loaderData }: Route.ComponentProps) {
  const { page, filtre, onglets, colonnes, plusLongue, parUnite, parService } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Ordonné, pas exécuté"
      sous={`Décidé pour un enfant, et pas encore commencé${plusLongue ? ` · la plus longue attente : ${plusLongue}` : ''}`}
      fil={[{ titre: 'Mesures', href: '/mesures' }]}
      adresse={pathname + search}
      {...page}
      nom={['mesure qui attend', 'mesures qui attendent']}
      onglets={onglets}
      filtree={[filtre.q, filtre.code, filtre.origine, filtre.unite, filtre.service].some(Boolean)}
      exporter="/mesures/ordonne-pas-execute.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={({ anciennete }) => (anciennete.ton === 'retard' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={<Filtres {...loaderData} />}
      vide={{
        titre: 'Tout ce qui est décidé a commencé',
        texte: 'Une mesure vient ici le jour où elle est décidée, et en sort quand on inscrit son début effectif.',
      }}
    >
      <ChiffresDesAttentes parUnite={parUnite} parService={parService} />
    </Liste>
  );
}

function Filtres({ filtre, unites, services, codes }: Route.ComponentProps['loaderData']) {
  return (
    <>
      <ChampTexte nom="q" libelle="Enfant" type="search" valeur={filtre.q} />
      <ChampSelection nom="code" libelle="Mesure" vide="Toutes" choix={codes} valeur={filtre.code} />
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
