import { useLocation } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { listPassages, listTravaux } from '../data/queries.server.ts';
import { canReadTravaux } from '../droits.ts';
import { ISSUES, type Passage, PassageFiltre } from '../travail.ts';
import type { Route } from './+types/passages.ts';
import { formatBilan, formatDuree, formatTon } from './travaux-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    if (!canReadTravaux(agent)) throw new Introuvable('Cette page n’existe pas.');
    const { filtre, brut } = parseFiltre(args.request, PassageFiltre);
    return {
      filtre,
      page: await listPassages(tx, filtre, PageDemandee.parse(brut)),
      travaux: (await listTravaux(tx)).map(({ nom, titre }) => ({ valeur: nom, libelle: titre })),
    };
  });
}

const COLONNES: readonly Colonne<Passage>[] = [
  { cle: 'debut', titre: 'Début', cellule: ({ debutLe }) => formatInstantEcrit(debutLe) },
  {
    cle: 'travail',
    titre: 'Travail',
    cellule: ({ travail, titre }) => (
      <>
        {titre}
        <small>{travail}</small>
      </>
    ),
  },
  { cle: 'duree', titre: 'Durée', cellule: ({ dureeSecondes }) => formatDuree(dureeSecondes) },
  {
    cle: 'issue',
    titre: 'Issue',
    cellule: ({ issue }) => <Etiquette ton={formatTon(issue)}>{ISSUES[issue]}</Etiquette>,
  },
  { cle: 'bilan', titre: 'Bilan, ou panne', cellule: formatBilan },
  {
    cle: 'reference',
    titre: 'Référence de la panne',
    cellule: ({ reference }) => (reference ? <code>{reference}</code> : null),
  },
];

const JOURS = { 1: 'Un jour', 7: 'Sept jours', 30: 'Trente jours' };

export default function Passages({ loaderData: { filtre, page, travaux } }: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Passages des travaux"
      sous="Chaque essai, du plus récent au plus ancien ; gardés quatre-vingt-dix jours."
      fil={[{ titre: 'Travaux de fond', href: '/administration/travaux' }]}
      adresse={pathname + search}
      {...page}
      nom={['passage', 'passages']}
      filtree={Boolean(filtre.travail || filtre.issue || filtre.jours)}
      cle={({ id }) => id}
      ton={({ issue }) => (issue === 'echec' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampSelection nom="travail" libelle="Travail" vide="Tous" choix={travaux} valeur={filtre.travail} />
          <ChampSelection nom="issue" libelle="Issue" vide="Toutes" choix={buildChoix(ISSUES)} valeur={filtre.issue} />
          <ChampSelection
            nom="jours"
            libelle="Depuis"
            vide="Tous"
            choix={buildChoix(JOURS)}
            valeur={String(filtre.jours || '')}
          />
        </>
      }
      vide={{ titre: 'Aucun passage', texte: 'Le premier passera cette nuit, ou dès qu’on le demandera.' }}
    />
  );
}
