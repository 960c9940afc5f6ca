import { recordDelegation } from '#modules/delegations/index.server.ts';
import { ACTES_DELEGABLES, canRecordDelegation } from '#modules/delegations/index.ts';
import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { buildChoixUnites } from '#modules/organisation/index.ts';
import { Introuvable } from '#server/errors.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { listAgentsAChoisir } from '../../data/agents.server.ts';
import { buildChoixAgents } from '../choix-view.ts';
import type { Route } from './+types/nouvelle.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canRecordDelegation(contexte.agent)) throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      depart: { agentId: new URL(args.request.url).searchParams.get('agent') ?? '' },
      agents: await listAgentsAChoisir(contexte),
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordDelegation,
    vers: () => '/organisation/delegations/liste',
    fait: 'Délégation enregistrée.',
  });
}

export default function NouvelleDelegation({
  loaderData: { depart, agents, unites, mots },
  actionData,
}: Route.ComponentProps) {
  const { erreurs, v, champ } = readValeurs(actionData, depart);
  const actes = actionData?.valeurs.actes;
  return (
    <Saisie
      titre="Enregistrer une délégation de signature"
      fil={[FIL_ORGANISATION, { titre: 'Délégations', href: '/organisation/delegations' }]}
      acte="Enregistrer la délégation"
      retour="/organisation/delegations"
      rendue={actionData}
      cote={<Competence />}
    >
      <ChampSelection {...champ('agentId')} libelle="Agent qui signera" requis choix={buildChoixAgents(agents)} />
      <ChampSelection
        {...champ('uniteId')}
        libelle="Vaut dans"
        aide="L’unité et toutes celles qui en dépendent"
        requis
        choix={buildChoixUnites(unites, mots)}
      />
      <CasesACocher
        nom="actes"
        libelle="Actes"
        requis
        choix={buildChoix(ACTES_DELEGABLES)}
        valeurs={Array.isArray(actes) ? actes : actes ? [actes] : []}
        erreur={erreurs.actes}
      />
      <ChampTexte {...champ('arreteNumero')} libelle="Numéro de l’arrêté" requis taille="moyen" />
      <ChampJour {...champ('arreteLe')} libelle="Date de l’arrêté" requis />
      <ChampJour {...champ('du')} libelle="Premier jour" requis />
      <ChampJour {...champ('au')} libelle="Dernier jour" aide="Vide : jusqu’à ce qu’elle soit rapportée" />
      <CasesACocher
        nom="suppleance"
        libelle="Suppléance"
        choix={[{ valeur: 'oui', libelle: 'Seulement en l’absence du délégataire titulaire' }]}
        valeurs={v('suppleance') ? ['oui'] : []}
        erreur={erreurs.suppleance}
      />
    </Saisie>
  );
}

function Competence() {
  return (
    <Bloc titre="Ce que dit le texte">
      <p>
        Le président du conseil départemental est le chef des services du département. Il peut, sous sa surveillance et
        sa responsabilité, donner délégation de signature en toute matière aux responsables de ces services (CGCT, art.
        L3221-3).
      </p>
      <p>
        Un agent qui exerce des responsabilités territoriales ou fonctionnelles peut la recevoir (CE, 29 juin 2005, n°
        266686).
      </p>
    </Bloc>
  );
}
