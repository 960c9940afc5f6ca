import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { AgentFiltre } from '../../agent.ts';
import { listAgents } from '../../data/agents.server.ts';
import { COLONNES_AGENTS } from '../../exports/classeurs.ts';
import type { Route } from './+types/classeur.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre } = parseFiltre(args.request, AgentFiltre);
    const { lignes } = await listAgents(contexte, filtre, TOUTES_LES_LIGNES);
    const jour = contexte.aujourdhui;
    return sendClasseur(
      await buildClasseurDeListe({ nom: 'Agents', colonnes: COLONNES_AGENTS, lignes, jour }),
      'agents',
      jour,
    );
  });
}
