import { data, useLocation } from 'react-router';
import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { buildChoixUnites, canUpdateOrganisation } from '#modules/organisation/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
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
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { formatAbsence } from '../../absence.ts';
import { AgentFiltre, type AgentLigne, formatMetier, METIERS, PRESENCES } from '../../agent.ts';
import { listAgents } from '../../data/agents.server.ts';
import type { Route } from './+types/liste.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre, brut } = parseFiltre(args.request, AgentFiltre);
    const { choisies, temoin } = readColonnes(args, 'agents');
    const vue = {
      page: await listAgents(contexte, filtre, PageDemandee.parse(brut)),
      filtre,
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
      peut: canUpdateOrganisation(contexte.agent),
      colonnes: choisies,
    };
    return data(vue, temoin ? { headers: { 'Set-Cookie': temoin } } : {});
  });
}

const COLONNES: readonly Colonne<AgentLigne>[] = [
  {
    cle: 'nom',
    titre: 'Agent',
    triable: true,
    cellule: ({ id, nom, prenom }) => <a href={`/organisation/agents/${id}`}>{formatNom(nom, prenom)}</a>,
  },
  {
    cle: 'poste',
    titre: 'Poste',
    cellule: ({ poste, autresPostes }) => (
      <>
        {poste ?? <span className="zero">sans poste</span>}
        {autresPostes > 0 ? (
          <small>
            et {autresPostes} autre{autresPostes > 1 ? 's' : ''}
          </small>
        ) : null}
      </>
    ),
  },
  {
    cle: 'unite',
    titre: 'Unité',
    triable: true,
    cellule: ({ uniteId, unite }) => (uniteId ? <a href={`/organisation/unites/${uniteId}`}>{unite}</a> : null),
  },
  { cle: 'metier', titre: 'Métier', triable: true, facultative: true, cellule: ({ metier }) => formatMetier(metier) },
  {
    cle: 'depuis',
    titre: 'Depuis',
    triable: true,
    facultative: true,
    cellule: ({ depuis }) => (depuis ? formatJour(depuis, 'court') : null),
  },
  { cle: 'presence', titre: 'Aujourd’hui', cellule: (agent) => <Presence agent={agent} /> },
  {
    cle: 'telephone',
    titre: 'Téléphone',
    facultative: true,
    cellule: ({ telephone }) => telephone?.replaceAll(' ', '\u00a0'),
  },
  { cle: 'courriel', titre: 'Courriel', facultative: 'absente', cellule: ({ courriel }) => courriel },
  { cle: 'matricule', titre: 'Matricule', facultative: 'absente', cellule: ({ matricule }) => matricule },
];

function Presence({ agent: { absent, absentJusquAu, au } }: { agent: AgentLigne }) {
  if (au) return <Etiquette ton="attente">{`départ le ${formatJour(au, 'court')}`}</Etiquette>;
  return absent ? <Etiquette ton="bientot">{formatAbsence(absentJusquAu)}</Etiquette> : <span>présent</span>;
}

export default function ListeAgents({
  loaderData: { page, filtre, unites, mots, peut, colonnes },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Agents"
      sous="Qui travaille où, à quel poste, et qui est là aujourd’hui"
      onglets={listOnglets('agents')}
      actes={peut ? <LienBouton href="/organisation/agents/nouveau">Inscrire un agent</LienBouton> : null}
      adresse={pathname + search}
      {...page}
      nom={['agent', 'agents']}
      filtree={Boolean(filtre.q || filtre.unite || filtre.metier || filtre.presence !== 'en-poste')}
      exporter="/organisation/agents.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Nom, prénom ou matricule" type="search" valeur={filtre.q} />
          <ChampSelection
            nom="unite"
            libelle="Unité"
            vide="Toutes"
            choix={buildChoixUnites(unites, mots)}
            valeur={filtre.unite}
          />
          <ChampSelection
            nom="metier"
            libelle="Métier"
            vide="Tous"
            choix={buildChoix(METIERS)}
            valeur={filtre.metier}
          />
          <ChampSelection
            nom="presence"
            libelle="Présence"
            vide={null}
            choix={buildChoix(PRESENCES)}
            valeur={filtre.presence}
          />
        </>
      }
      vide={{
        titre: 'Aucun agent en poste',
        texte: 'Les agents du département apparaîtront ici, une fois inscrits et affectés.',
      }}
    />
  );
}
