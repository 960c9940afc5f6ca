import { countAgents, countPostes } from '#modules/agents/index.server.ts';
import { countSituations } from '#modules/enfants/index.server.ts';
import { countOrdonneesPasExecutees } from '#modules/mesures/index.server.ts';
import { AttenteFiltre } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { TableauDeBord } from '#web/gabarits/tableau-de-bord.tsx';
import { readPage } from '#web/page.server.ts';
import type { Route } from './+types/tableau.ts';
import { buildChiffres } from './tableau-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canDo(agent, 'enfants.lire-perimetre')) throw new Introuvable('Absent, ou hors de vos missions.');
    const { nombre, plusLongue } = await countOrdonneesPasExecutees(contexte, AttenteFiltre.parse({}));
    const comptes = {
      attentes: nombre,
      attentePlusLongue: plusLongue,
      ...(await countSituations(contexte)),
      ...(await countPostes(contexte, agent.uniteId)),
      ...(await countAgents(contexte, agent.uniteId)),
      uniteId: agent.uniteId,
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
