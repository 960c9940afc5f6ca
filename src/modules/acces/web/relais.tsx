import { Form } from 'react-router';
import { canDo } from '#shared/agent-en-session.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { closeRelais } from '../data/relais-commands.server.ts';
import { countEnfantsDuReferent, listReferentsDeLEquipe, listRelais } from '../data/relais-queries.server.ts';
import type { Route } from './+types/relais.ts';
import { buildRelais, type RelaisVu } from './relais-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    const referents = canDo(agent, 'enfants.affecter') ? await listReferentsDeLEquipe(contexte) : [];
    return {
      ...buildRelais(await listRelais(contexte), agent, aujourdhui),
      enfants: await countEnfantsDuReferent(contexte, agent.id),
      encadre: canDo(agent, 'enfants.affecter'),
      referents: referents
        .filter(({ id }) => id !== agent.id)
        .map(({ id, nom, prenom, unite, enfants }) => ({
          valeur: id,
          libelle: `${nom} ${prenom} · ${enfants} enfant${enfants > 1 ? 's' : ''}`,
          groupe: unite,
        })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: closeRelais,
    vers: () => '/relais',
    fait: 'Le relais est arrêté : le collègue ne voit plus ces enfants par lui.',
  });
}

export default function Relais({ loaderData, actionData }: Route.ComponentProps) {
  const { confies, tenus, equipe, enfants, encadre, referents } = loaderData;
  return (
    <>
      <EnTetePage
        titre="Relais"
        sous="Les enfants d’un référent absent, confiés à un collègue ; les délais, eux, continuent de courir"
        actes={
          enfants > 0 ? (
            <LienBouton variante="principal" href="/relais/confier">
              Confier mes {enfants} enfants…
            </LienBouton>
          ) : undefined
        }
      />
      <ResumeErreurs erreurs={actionData?.erreurs} textes={actionData?.textes} />
      <Liste
        titre="Enfants que vous relayez"
        vide="Personne ne vous a confié ses enfants."
        relais={tenus}
        colonnes={[DE]}
      />
      <Liste
        titre="Vos enfants confiés"
        vide="Vous n’avez confié vos enfants à personne."
        relais={confies}
        colonnes={[A]}
      />
      {encadre ? (
        <Liste
          titre="Relais de votre équipe"
          vide="Aucun référent de votre équipe n’est relayé."
          relais={equipe}
          colonnes={[DE, A]}
        />
      ) : null}
      {referents.length > 0 ? <ConfierPourUnAutre referents={referents} /> : null}
    </>
  );
}

const DE: Colonne<RelaisVu> = { cle: 'de', titre: 'Enfants de', cellule: ({ agent }) => agent };
const A: Colonne<RelaisVu> = { cle: 'a', titre: 'Confiés à', cellule: ({ relais }) => relais };
const COMMUNES: readonly Colonne<RelaisVu>[] = [
  { cle: 'quand', titre: 'Quand', cellule: ({ quand }) => quand },
  { cle: 'motif', titre: 'Pourquoi', cellule: ({ motif }) => motif },
  { cle: 'etat', titre: 'État', cellule: ({ etat, ton }) => <Etiquette ton={ton}>{etat}</Etiquette> },
  { cle: 'acte', titre: 'Acte', cellule: (relais) => <Arreter relais={relais} /> },
];

type ListeProps = {
  titre: string;
  vide: string;
  relais: readonly RelaisVu[];
  colonnes: readonly Colonne<RelaisVu>[];
};

function Liste({ titre, vide, relais, colonnes }: ListeProps) {
  return (
    <section className="bloc" aria-label={titre}>
      <h2>{titre}</h2>
      {relais.length === 0 ? (
        <p className="discret">{vide}</p>
      ) : (
        <Tableau legende={titre} lignes={relais} cle={({ id }) => id} colonnes={[...colonnes, ...COMMUNES]} />
      )}
    </section>
  );
}

function Arreter({ relais: { id, version, agent, relais, arretable } }: { relais: RelaisVu }) {
  if (!arretable) return null;
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Bouton petit variante="danger">
        Arrêter
        <span className="lecteur">
          {' '}
          le relais de {agent} par {relais}
        </span>
      </Bouton>
    </Form>
  );
}

function ConfierPourUnAutre({ referents }: { referents: { valeur: string; libelle: string; groupe: string }[] }) {
  return (
    <section className="bloc" aria-labelledby="autre">
      <h2 id="autre">Confier les enfants d’un référent de l’équipe</h2>
      <form className="saisie" method="get" action="/relais/confier">
        <ChampSelection nom="agent" libelle="Référent" choix={referents} requis />
        <div className="saisie-boutons">
          <Bouton>Choisir à qui les confier…</Bouton>
        </div>
      </form>
    </section>
  );
}
