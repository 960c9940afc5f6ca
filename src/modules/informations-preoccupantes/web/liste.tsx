import { useLocation } from 'react-router';
import { listAgentsAChoisir } from '#modules/agents/index.server.ts';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { parseColonnes } from '#web/gabarits/choix-colonnes.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { countParVue, listInformations } from '../data/liste-queries.server.ts';
import { canCreateInformation, canListInformations } from '../droits.ts';
import { LIBELLE_SOURCE, LIBELLE_URGENCE } from '../information.ts';
import { ETENDUES, HORS, InformationFiltre, RAPPORTS, VUES } from '../information-filtre.ts';
import type { Route } from './+types/liste.ts';
import { buildLigne, buildOnglets, type LigneMontree } from './liste-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canListInformations(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const brut = Object.fromEntries(new URL(args.request.url).searchParams);
    const filtre = InformationFiltre.parse(brut);
    const page = await listInformations(contexte, filtre, PageDemandee.parse(brut));
    return {
      page: { ...page, lignes: page.lignes.map((ligne) => buildLigne(ligne, aujourdhui)) },
      filtre,
      onglets: buildOnglets(filtre, await countParVue(contexte)),
      unites: await listUnitesAChoisir(contexte),
      agents: await listAgentsAChoisir(contexte),
      peutRecevoir: canCreateInformation(agent),
      colonnes: parseColonnes(args.request, 'informations', false).choisies,
    };
  });
}

const COLONNES: readonly Colonne<LigneMontree>[] = [
  {
    cle: 'echeance',
    titre: 'Échéance',
    triable: true,
    cellule: ({ horloge: { libelle, detail, ton } }) => (
      <>
        <Etiquette ton={ton}>{libelle}</Etiquette> <span className="insecable">{detail}</span>
      </>
    ),
  },
  {
    cle: 'enfants',
    titre: 'Enfants',
    cellule: ({ id, enfants, urgence }) => (
      <>
        <a href={`/informations/${id}`}>{enfants}</a>
        {urgence ? (
          <>
            {' '}
            <Etiquette ton={urgence.ton}>{urgence.libelle}</Etiquette>
          </>
        ) : null}
      </>
    ),
  },
  { cle: 'etat', titre: 'État', triable: true, cellule: ({ etat }) => etat },
  { cle: 'recue', titre: 'Reçue', triable: true, cellule: ({ recue }) => <span className="insecable">{recue}</span> },
  { cle: 'source', titre: 'Source', facultative: true, cellule: ({ source }) => source },
  { cle: 'unite', titre: 'Traitée par', triable: true, facultative: true, cellule: ({ unite }) => unite },
  { cle: 'commune', titre: 'Commune', facultative: 'absente', cellule: ({ commune }) => commune },
  {
    cle: 'equipe',
    titre: 'Équipe',
    facultative: true,
    cellule: ({ equipe }) => equipe || <span className="zero">aucune</span>,
  },
  {
    cle: 'numero',
    titre: 'Numéro',
    triable: true,
    facultative: true,
    cellule: ({ numero }) => <span className="insecable">{numero}</span>,
  },
];

const buildChoix = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));
const buildChoixNommes = (liste: readonly { id: string; nom: string }[]) =>
  liste.map(({ id, nom }) => ({ valeur: id, libelle: nom }));

/** La file, et les conditions qu'une ligne de « Ma journée » y ajoute : la liste compte comme elle. */
function formatSous({ vue, rapport, hors, etendue }: InformationFiltre): string {
  const conditions = [rapport && RAPPORTS[rapport], hors && HORS[hors], etendue && ETENDUES[etendue]];
  return [VUES[vue], ...conditions].filter(Boolean).join(', ');
}

export default function ListeInformations({
  loaderData: { page, filtre, onglets, unites, agents, peutRecevoir, colonnes },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  const { q, unite, evaluateur, enfant, source, urgence, etat, age, delai, rapport, hors } = filtre;
  return (
    <Liste
      titre="Informations préoccupantes"
      sous={formatSous(filtre)}
      actes={peutRecevoir ? <LienBouton href="/informations/nouvelle">Recevoir une information</LienBouton> : null}
      adresse={pathname + search}
      {...page}
      nom={['information', 'informations']}
      onglets={onglets}
      filtree={Boolean(
        q || unite || evaluateur || enfant || source || urgence || etat || age || delai || rapport || hors,
      )}
      exporter="/informations.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={({ horloge }) => (horloge.ton === 'retard' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Numéro ou nom d’un enfant" type="search" valeur={q} />
          <ChampSelection nom="vue" libelle="Montrer" choix={buildChoix(VUES)} valeur={filtre.vue} />
          <ChampSelection
            nom="unite"
            libelle="Territoire"
            vide="Tous"
            choix={buildChoixNommes(unites)}
            valeur={unite}
          />
          <ChampSelection
            nom="evaluateur"
            libelle="Évaluateur"
            vide="Tous"
            choix={buildChoixNommes(agents)}
            valeur={evaluateur}
          />
          <ChampSelection
            nom="source"
            libelle="Source"
            vide="Toutes"
            choix={buildChoix(LIBELLE_SOURCE)}
            valeur={source}
          />
          <ChampSelection
            nom="urgence"
            libelle="Urgence"
            vide="Toutes"
            choix={buildChoix(LIBELLE_URGENCE)}
            valeur={urgence}
          />
        </>
      }
      vide={{ titre: 'Aucune information dans cette file' }}
    />
  );
}
