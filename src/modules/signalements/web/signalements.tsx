import { useLocation } from 'react-router';
import { getParametre, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { countSignalements, listSignalements } from '../data/signalements-queries.server.ts';
import { canListSignalements } from '../droits.ts';
import { SignalementFiltre, VUES_SIGNALEMENT } from '../signalement-filtre.ts';
import type { Route } from './+types/signalements.ts';
import { buildLigne, buildOnglets, type LigneMontree } from './signalements-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    if (!canListSignalements(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const brut = Object.fromEntries(new URL(args.request.url).searchParams);
    const filtre = SignalementFiltre.parse(brut);
    const page = await listSignalements(contexte, filtre, PageDemandee.parse(brut));
    const relanceJours = await getParametre(tx, 'ip.relance-parquet-jours', aujourdhui);
    return {
      filtre,
      relanceJours,
      page: { ...page, lignes: page.lignes.map((ligne) => buildLigne(ligne, aujourdhui, relanceJours)) },
      onglets: buildOnglets(filtre, await countSignalements(contexte)),
      unites: await listUnitesAChoisir(contexte),
    };
  });
}

const COLONNES: readonly Colonne<LigneMontree>[] = [
  { cle: 'enfants', titre: 'Enfants', cellule: ({ href, enfants }) => <a href={href}>{enfants}</a> },
  {
    cle: 'etat',
    titre: 'État',
    triable: true,
    cellule: ({ etat, ton, urgent }) => (
      <>
        <Etiquette ton={ton}>{etat}</Etiquette> {urgent ? <Etiquette ton="retard">urgent</Etiquette> : null}
      </>
    ),
  },
  {
    cle: 'attente',
    titre: 'On attend',
    cellule: ({ attente, tonAttente }) => (attente ? <Etiquette ton={tonAttente}>{attente}</Etiquette> : ''),
  },
  { cle: 'age', titre: 'Âge', triable: true, cellule: ({ age }) => <span className="insecable">{age}</span> },
  { cle: 'envoye', titre: 'Envoyé le', cellule: ({ envoye }) => envoye },
  { cle: 'motif', titre: 'Motif', facultative: true, cellule: ({ motif }) => motif },
  { cle: 'unite', titre: 'Traitée par', triable: true, facultative: true, cellule: ({ unite }) => unite },
  { cle: 'numero', titre: 'Information', cellule: ({ numero }) => <span className="insecable">{numero}</span> },
];

export default function ListeSignalements({ loaderData }: Route.ComponentProps) {
  const { page, filtre, onglets, unites, relanceJours } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Signalements au procureur"
      sous={`Parquet à relancer après ${relanceJours} jours sans réponse (réglage du département)`}
      fil={[{ titre: 'Informations préoccupantes', href: '/informations' }]}
      adresse={pathname + search}
      {...page}
      nom={['signalement', 'signalements']}
      onglets={onglets}
      filtree={filtre.unite !== ''}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={({ tonAttente }) => (tonAttente === 'retard' ? 'retard' : undefined)}
      colonnes={COLONNES}
      filtres={
        <>
          <ChampSelection
            nom="vue"
            libelle="Montrer"
            vide={null}
            choix={buildChoix(VUES_SIGNALEMENT)}
            valeur={filtre.vue}
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
        titre: 'Aucun signalement dans cette file',
        texte: 'Un signalement se commence depuis la page « Décision et suites » d’une information.',
      }}
    />
  );
}
