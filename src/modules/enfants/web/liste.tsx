import { useLocation } from 'react-router';
import { listAgentsAChoisir, listUnitesAChoisir } from '#modules/acces/index.server.ts';
import { canCreateEnfant } from '#modules/acces/index.ts';
import { formatAge } from '#modules/personnes/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { parseColonnes } from '#web/gabarits/choix-colonnes.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { listEnfants } from '../data/enfants-queries.server.ts';
import { EnfantFiltre, type EnfantLigne, TRANCHES } from '../enfant-filtre.ts';
import { LIBELLE_STATUT } from '../statut.ts';
import type { Route } from './+types/liste.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const brut = Object.fromEntries(new URL(args.request.url).searchParams);
    const filtre = EnfantFiltre.parse(brut);
    const page = await listEnfants(contexte, filtre, PageDemandee.parse(brut));
    return {
      page: { ...page, lignes: page.lignes.map((ligne) => ({ ...ligne, age: formatAge(ligne, contexte.aujourdhui) })) },
      filtre,
      unites: await listUnitesAChoisir(contexte),
      agents: await listAgentsAChoisir(contexte),
      peutOuvrir: canCreateEnfant(contexte.agent),
      colonnes: parseColonnes(args.request, 'enfants', false).choisies,
    };
  });
}

type Ligne = EnfantLigne & { age: string };

const COLONNES: readonly Colonne<Ligne>[] = [
  {
    cle: 'nom',
    titre: 'Enfant',
    triable: true,
    cellule: (ligne) => (
      <>
        <a href={`/enfants/${ligne.id}`}>{formatPersonne(ligne)}</a>
        {ligne.restreint ? (
          <>
            {' '}
            <Etiquette ton="attente">restreint</Etiquette>
          </>
        ) : null}
      </>
    ),
  },
  { cle: 'age', titre: 'Âge', triable: true, cellule: ({ age }) => age },
  {
    cle: 'statut',
    titre: 'Statut',
    facultative: true,
    cellule: ({ statut }) => (statut ? LIBELLE_STATUT[statut] : <span className="zero">à déterminer</span>),
  },
  {
    cle: 'referent',
    titre: 'Référent',
    triable: true,
    cellule: ({ referent, sansSuivi }) =>
      referent ?? (sansSuivi ? <Etiquette ton="retard">sans référent</Etiquette> : 'équipe du service'),
  },
  { cle: 'unite', titre: 'Territoire', triable: true, cellule: ({ unite }) => unite },
  {
    cle: 'depuis',
    titre: 'Ouvert le',
    triable: true,
    facultative: true,
    cellule: ({ ouvertLe }) => formatJour(ouvertLe, 'court'),
  },
  {
    cle: 'numero',
    titre: 'Dossier',
    triable: true,
    facultative: true,
    cellule: ({ numero }) => <span className="insecable">{numero}</span>,
  },
];

const VUES = { 'sans-referent': 'sans référent', restreint: 'dossiers restreints', clos: 'dossiers fermés' };

export default function ListeEnfants({
  loaderData: { page, filtre, unites, agents, peutOuvrir, colonnes },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Enfants"
      sous="Les enfants auprès desquels vous, ou votre unité, avez une mission"
      actes={peutOuvrir ? <LienBouton href="/enfants/nouveau">Ouvrir un dossier</LienBouton> : null}
      adresse={pathname + search}
      {...page}
      nom={['enfant', 'enfants']}
      filtree={Boolean(filtre.q || filtre.unite || filtre.referent || filtre.statut || filtre.age || filtre.vue)}
      exporter="/enfants.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Nom, naissance ou dossier" type="search" valeur={filtre.q} />
          <ChampSelection
            nom="unite"
            libelle="Territoire"
            vide="Tous"
            choix={buildChoixNommes(unites)}
            valeur={filtre.unite}
          />
          <ChampSelection
            nom="referent"
            libelle="Référent"
            vide="Tous"
            choix={buildChoixNommes(agents)}
            valeur={filtre.referent}
          />
          <ChampSelection nom="age" libelle="Âge" vide="Tous" choix={buildChoix(TRANCHES)} valeur={filtre.age} />
          <ChampSelection
            nom="statut"
            libelle="Statut"
            vide="Tous"
            choix={buildChoix(LIBELLE_STATUT)}
            valeur={filtre.statut}
          />
          <ChampSelection
            nom="vue"
            libelle="Montrer"
            vide="Tous les dossiers ouverts"
            choix={buildChoix(VUES)}
            valeur={filtre.vue}
          />
        </>
      }
      vide={{
        titre: 'Aucun enfant dans vos missions',
        texte: 'Les enfants que l’on vous confie apparaîtront ici. Un cadre donne les missions.',
      }}
    />
  );
}
