import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { buildAdresse } from '#web/ui/adresse.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { SUJETS } from '../acte.ts';
import { listEvenements } from '../data/queries.server.ts';
import { RechercheJournal } from '../evenement.ts';
import type { Route } from './+types/journal.ts';
import { buildLigne, type LigneDeJournal } from './journal-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { pathname, search, searchParams } = new URL(args.request.url);
    const recherche = RechercheJournal.parse(Object.fromEntries(searchParams));
    const { evenements, suite } = await listEvenements(contexte, recherche);
    return {
      recherche,
      suite,
      adresse: pathname + search,
      lignes: evenements.map((evenement) => buildLigne(evenement, contexte.aujourdhui)),
    };
  });
}

const COLONNES: readonly Colonne<LigneDeJournal>[] = [
  {
    cle: 'quand',
    titre: 'Quand',
    cellule: ({ quand, heure }) => <span className="insecable">{`${quand}, ${heure}`}</span>,
  },
  {
    cle: 'agent',
    titre: 'Qui',
    cellule: ({ agent, agentHref }) => (agentHref ? <a href={agentHref}>{agent}</a> : agent),
  },
  { cle: 'sujet', titre: 'Sujet', cellule: ({ sujet }) => sujet },
  { cle: 'acte', titre: 'Acte', cellule: ({ acte }) => acte },
  {
    cle: 'enfant',
    titre: 'Dossier',
    cellule: ({ enfant, enfantHref }) => (enfant && enfantHref ? <a href={enfantHref}>{enfant}</a> : ''),
  },
  { cle: 'detail', titre: 'Ce qui a changé', cellule: ({ detail }) => detail },
];

const SOUS =
  'Qui a fait quoi, consultations comprises. Le journal ne se modifie pas ; « marelle journal verifier » le prouve.';

export default function Journal({ loaderData: { recherche, suite, adresse, lignes } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage titre="Journal" sous={SOUS} />
      <Filtres recherche={recherche} />
      <div className="liste-barre">
        <p>{lignes.length === 0 ? 'Aucun évènement' : `${lignes.length} évènements, du plus récent au plus ancien`}</p>
        <LienBouton href={adresse.replace('/journal', '/journal/journal.xlsx')} download petit>
          Exporter vers Excel
        </LienBouton>
        <BoutonImprimer />
      </div>
      {lignes.length === 0 ? (
        <EtatVide titre="Rien ne répond à cette recherche">Élargissez la période, ou retirez un filtre.</EtatVide>
      ) : (
        <Tableau legende="Journal" colonnes={COLONNES} lignes={lignes} cle={({ id }) => id} />
      )}
      {suite ? (
        <nav aria-label="Suite du journal">
          <LienBouton href={buildAdresse(adresse, { avant: suite })}>Plus ancien</LienBouton>
        </nav>
      ) : null}
    </>
  );
}

function Filtres({ recherche }: { recherche: RechercheJournal }) {
  const sujets = Object.entries(SUJETS).map(([valeur, libelle]) => ({ valeur: `${valeur}.`, libelle }));
  return (
    <form className="filtres" action="/journal" aria-label="Chercher dans le journal">
      <ChampTexte nom="enfant" libelle="Dossier ou enfant" valeur={recherche.enfant} />
      <ChampTexte nom="agent" libelle="Agent" valeur={recherche.agent} />
      <ChampSelection
        nom="acte"
        libelle="Sujet"
        valeur={recherche.acte}
        choix={[{ valeur: '', libelle: 'Tous' }, ...sujets]}
      />
      <ChampJour nom="du" libelle="Du" valeur={recherche.du} />
      <ChampJour nom="au" libelle="Au" valeur={recherche.au} />
      <Bouton>Chercher</Bouton>
    </form>
  );
}
