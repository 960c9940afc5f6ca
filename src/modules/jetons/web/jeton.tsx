import { Introuvable } from '#server/errors.ts';
import { HABILITATIONS } from '#shared/habilitation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actSurPlace, readPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Avis } from '#web/ui/message.tsx';
import { donnerJeton } from '../data/commands.server.ts';
import { listAgentsDeService } from '../data/queries.server.ts';
import { canUpdateJeton } from '../droits.ts';
import { DUREES } from '../jeton-api-saisie.ts';
import type { Route } from './+types/jeton.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    if (!canUpdateJeton(agent)) throw new Introuvable('Cette page n’existe pas.');
    return { agents: await listAgentsDeService(tx) };
  });
}

export async function action(args: Route.ActionArgs) {
  const issue = await actSurPlace(args, { command: donnerJeton });
  return 'resultat' in issue ? { jeton: issue.resultat.jeton } : issue;
}

const PORTEES = Object.entries(HABILITATIONS).map(([valeur, libelle]) => ({ valeur, libelle }));
const MOIS = Object.entries(DUREES).map(([valeur, libelle]) => ({ valeur, libelle }));

function readTexte(valeur: string | string[] | undefined): string | undefined {
  return Array.isArray(valeur) ? valeur[0] : valeur;
}

export default function Jeton({ loaderData: { agents }, actionData }: Route.ComponentProps) {
  const rendue = actionData && 'erreurs' in actionData ? actionData : undefined;
  const { erreurs = {}, valeurs = {} } = rendue ?? {};
  const portees = valeurs.portees ?? [];
  return (
    <Saisie
      titre="Donner un jeton de l’API"
      fil={[{ titre: 'Jetons de l’API', href: '/jetons' }]}
      acte="Donner le jeton"
      retour="/jetons"
      rendue={rendue}
      brouillon={actionData && 'jeton' in actionData ? <JetonNeuf jeton={actionData.jeton} /> : null}
      intro="Le jeton ne pourra jamais plus que l’agent de service qui le porte, ni plus que ses portées."
    >
      <ChampTexte
        nom="nom"
        libelle="Système qui s’en servira"
        requis
        valeur={readTexte(valeurs.nom)}
        erreur={erreurs.nom}
      />
      <ChampSelection
        nom="agentId"
        libelle="Agent de service"
        aide="Un agent de nature « service », avec un poste qui dit ce qu’il peut."
        choix={agents.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
        requis
        valeur={readTexte(valeurs.agentId)}
        erreur={erreurs.agentId}
      />
      <ChampSelection
        nom="mois"
        libelle="Durée"
        choix={MOIS}
        requis
        valeur={readTexte(valeurs.mois) ?? '3'}
        vide={null}
        erreur={erreurs.mois}
      />
      <CasesACocher
        nom="portees"
        libelle="Portées"
        choix={PORTEES}
        valeurs={Array.isArray(portees) ? portees : [portees]}
        erreur={erreurs.portees}
      />
    </Saisie>
  );
}

function JetonNeuf({ jeton }: { jeton: string }) {
  return (
    <Avis ton="fait" titre="Jeton à copier maintenant">
      <p>
        <code>{jeton}</code>
      </p>
      <p>Il ne sera plus jamais montré : Marelle n’en garde que l’empreinte.</p>
    </Avis>
  );
}
