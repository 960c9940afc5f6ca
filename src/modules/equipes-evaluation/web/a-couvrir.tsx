import { useLocation } from 'react-router';
import { z } from 'zod';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { listACouvrir } from '../data/couverture-queries.server.ts';
import type { Route } from './+types/a-couvrir.ts';
import { buildLigne, type LigneACouvrir } from './a-couvrir-view.ts';

const HORIZONS = { '0': 'Aujourd’hui', '7': 'Dans les 7 jours', '14': 'Dans les 14 jours', '30': 'Dans les 30 jours' };

const CouvertureFiltre = z.object({
  unite: Identifiant.nullable().catch(null),
  jours: z.enum(Object.keys(HORIZONS) as [keyof typeof HORIZONS]).catch('14'),
});

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canDo(agent, 'ip.attribuer')) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const brut = Object.fromEntries(new URL(args.request.url).searchParams);
    const filtre = CouvertureFiltre.parse(brut);
    const horizon = Number(filtre.jours);
    const page = await listACouvrir(contexte, { horizon, uniteId: filtre.unite }, PageDemandee.parse(brut));
    return {
      filtre,
      unites: await listUnitesAChoisir(contexte),
      page: { ...page, lignes: page.lignes.map((ligne) => buildLigne(ligne, aujourdhui, horizon)) },
    };
  });
}

const COLONNES: readonly Colonne<LigneACouvrir>[] = [
  {
    cle: 'enfants',
    titre: 'Enfants',
    cellule: ({ id, enfants, numero }) => (
      <>
        <a href={formatAdresseInformation(id, 'evaluation')}>{enfants}</a> <small className="insecable">{numero}</small>
      </>
    ),
  },
  {
    cle: 'manquent',
    titre: 'Qui manque',
    cellule: ({ manquent }) =>
      manquent.length > 0 ? manquent.map((phrase) => <div key={phrase}>{phrase}</div>) : 'personne n’est nommé',
  },
  {
    cle: 'restent',
    titre: 'Qui reste',
    cellule: ({ restent }) => restent || <Etiquette ton="retard">personne</Etiquette>,
  },
  {
    cle: 'echeance',
    titre: 'À achever',
    cellule: ({ echeance, enRetard }) => (enRetard ? <Etiquette ton="retard">{echeance}</Etiquette> : echeance),
  },
  { cle: 'etat', titre: 'État', facultative: true, cellule: ({ etat }) => etat },
  { cle: 'unite', titre: 'Traitée par', facultative: true, cellule: ({ unite }) => unite },
  {
    cle: 'acte',
    titre: 'Acte',
    cellule: ({ id, enfants }) => (
      <LienBouton
        petit
        href={formatAdresseInformation(id, 'attribution')}
        aria-label={`Remplacer dans l’équipe de ${enfants}`}
      >
        Remplacer
      </LienBouton>
    ),
  },
];

export default function ACouvrir({ loaderData: { page, filtre, unites } }: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Évaluations à couvrir"
      sous="Un évaluateur est parti, absent ou le sera bientôt ; le délai de l’évaluation court quand même"
      fil={[{ titre: 'Informations préoccupantes', href: '/informations' }]}
      adresse={pathname + search}
      {...page}
      nom={['évaluation', 'évaluations']}
      filtree={filtre.unite !== null}
      cle={({ id }) => id}
      ton={({ restent }) => (restent ? undefined : 'retard')}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampSelection
            nom="jours"
            libelle="Absents"
            choix={Object.entries(HORIZONS).map(([valeur, libelle]) => ({ valeur, libelle }))}
            valeur={filtre.jours}
            vide={null}
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
        titre: 'Toutes les évaluations ont leur équipe',
        texte: 'Une évaluation dont un évaluateur s’absente ou s’en va viendra ici, avec de quoi le remplacer.',
      }}
    />
  );
}
