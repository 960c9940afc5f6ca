import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { Introuvable } from '#server/errors.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { NATURES_AFFECTATION } from '../../affectation.ts';
import { recordAffectation } from '../../data/affectations-commands.server.ts';
import { listAgentsAChoisir } from '../../data/agents.server.ts';
import { listPostesAChoisir } from '../../data/postes.server.ts';
import { buildChoixAgents, buildChoixPostes } from '../choix-view.ts';
import type { Route } from './+types/affectation.ts';

/** On y vient d'une fiche d'agent ou de poste : l'un des deux est déjà choisi. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canUpdateOrganisation(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { searchParams } = new URL(args.request.url);
    return {
      depart: {
        agentId: searchParams.get('agent') ?? '',
        posteId: searchParams.get('poste') ?? '',
        nature: 'titulaire',
      },
      agents: await listAgentsAChoisir(contexte),
      postes: await listPostesAChoisir(contexte),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAffectation,
    vers: ({ agentId }) => `/organisation/agents/${agentId}`,
    fait: 'Affectation enregistrée.',
  });
}

export default function SaisieAffectation({
  loaderData: { depart, agents, postes },
  actionData,
}: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, depart);
  const retour = depart.posteId ? `/organisation/postes/${depart.posteId}` : `/organisation/agents/${depart.agentId}`;
  return (
    <Saisie
      titre="Affecter un agent à un poste"
      fil={[FIL_ORGANISATION]}
      acte="Enregistrer l’affectation"
      retour={depart.posteId || depart.agentId ? retour : '/organisation'}
      rendue={actionData}
      intro="Le poste donne à l’agent ses droits dans Marelle, dès le premier jour de l’affectation."
    >
      <ChampSelection {...champ('agentId')} libelle="Agent" requis choix={buildChoixAgents(agents)} />
      <ChampSelection {...champ('posteId')} libelle="Poste" requis choix={buildChoixPostes(postes)} />
      <Radios {...champ('nature')} libelle="À quel titre" requis choix={buildChoix(NATURES_AFFECTATION)} />
      <ChampJour {...champ('du')} libelle="Premier jour" requis />
      <ChampJour {...champ('au')} libelle="Dernier jour" aide="Vide : sans fin prévue" />
    </Saisie>
  );
}
