import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actSurPlace, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { ouvrirCompte } from '../data/commands.server.ts';
import { type AgentARejoindre, listAgentsSansCompte } from '../data/queries.server.ts';
import { canUpdateCompte } from '../droits.ts';
import type { Route } from './+types/nouveau.ts';
import { getAuthentification } from './entree.server.ts';
import { LienInvitation } from './lien-invitation.tsx';

export function loader(args: Route.LoaderArgs) {
  const recherche = (new URL(args.request.url).searchParams.get('recherche') ?? '').slice(0, 100);
  return readPage(args, async ({ tx, agent }) => {
    if (!canUpdateCompte(agent)) throw new Introuvable('Cette page n’existe pas.');
    return { recherche, agents: await listAgentsSansCompte(tx, recherche) };
  });
}

export async function action(args: Route.ActionArgs) {
  const issue = await actSurPlace(args, { command: ouvrirCompte });
  if (!('resultat' in issue)) return issue;
  return { erreurs: {}, lien: `${getAuthentification(args).adresse}/invitation/${issue.resultat.jeton}` };
}

export default function Nouveau({ loaderData: { recherche, agents }, actionData }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Ouvrir un compte"
        sous="L’agent reçoit un lien pour choisir son mot de passe et inscrire son téléphone."
        fil={[{ titre: 'Comptes', href: '/comptes' }]}
      />
      <ResumeErreurs erreurs={actionData?.erreurs} titre="Le compte n’est pas ouvert" />
      {actionData && 'lien' in actionData ? <LienInvitation lien={actionData.lien} /> : null}
      <form className="filtres" action="/comptes/nouveau" aria-label="Chercher un agent">
        <ChampTexte nom="recherche" libelle="Nom de l’agent" type="search" valeur={recherche} />
        <Bouton>Chercher</Bouton>
      </form>
      {agents.length === 0 ? (
        <EtatVide titre="Aucun agent sans compte">
          Un agent s’ajoute d’abord dans l’organisation ; son compte s’ouvre ensuite ici.
        </EtatVide>
      ) : (
        <Agents agents={agents} />
      )}
    </>
  );
}

function Agents({ agents }: { agents: AgentARejoindre[] }) {
  return (
    <Tableau
      legende="Agents sans compte"
      lignes={agents}
      cle={({ id }) => id}
      colonnes={[
        { cle: 'nom', titre: 'Agent', cellule: ({ nom }) => nom },
        { cle: 'metier', titre: 'Métier', cellule: ({ metier }) => metier },
        { cle: 'courriel', titre: 'Courriel', cellule: ({ courriel }) => courriel ?? 'à ajouter à sa fiche' },
        {
          cle: 'acte',
          titre: 'Acte',
          cellule: ({ id, nom, courriel }) =>
            courriel ? (
              <form method="post">
                <Bouton petit name="agentId" value={id}>
                  Ouvrir le compte<span className="lecteur"> de {nom}</span>
                </Bouton>
              </form>
            ) : null,
        },
      ]}
    />
  );
}
