import { listAgents, listPostes } from '#modules/agents/index.server.ts';
import { AgentFiltre, PosteFiltre } from '#modules/agents/index.ts';
import { countSituations } from '#modules/enfants/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { TableauDeBord } from '#web/gabarits/tableau-de-bord.tsx';
import { readPage } from '#web/page.server.ts';
import type { Route } from './+types/tableau.ts';
import { buildChiffres } from './tableau-view.ts';

/** On ne veut que le total : une ligne suffit. */
const UNE_LIGNE = { page: 1, taille: 1 };

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canDo(agent, 'enfants.lire-perimetre')) throw new Introuvable('Absent, ou hors de vos missions.');
    const unite = agent.uniteId;
    const situations = await countSituations(contexte);
    const vacants = await listPostes(contexte, PosteFiltre.parse({ unite, etat: 'vacant' }), UNE_LIGNE);
    const postes = await listPostes(contexte, PosteFiltre.parse({ unite }), UNE_LIGNE);
    const absents = await listAgents(contexte, AgentFiltre.parse({ unite, presence: 'absent' }), UNE_LIGNE);
    const agents = await listAgents(contexte, AgentFiltre.parse({ unite }), UNE_LIGNE);
    const comptes = {
      ...situations,
      vacants: vacants.total,
      postes: postes.total,
      absents: absents.total,
      agents: agents.total,
      uniteId: unite,
    };
    return {
      comptes,
      sous: `${agent.uniteNom ?? 'Département'} · ${formatJour(aujourdhui, 'complet')}`,
    };
  });
}

export default function Tableau({ loaderData: { comptes, sous } }: Route.ComponentProps) {
  return <TableauDeBord titre="Territoire" sous={sous} chiffres={buildChiffres(comptes)} />;
}
