import type { RouterContextProvider } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import { getInformationCible, type InformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { readPage } from '#web/page.server.ts';
import type { CadreDActe } from './evaluation-view.ts';

type Args = { request: Request; context: Readonly<RouterContextProvider>; params: { id: string } };

/** Charge la page d'un acte de l'évaluation, pour qui peut le faire ; pour tout autre, elle n'existe pas. */
export function readActe<T>(
  args: Args,
  can: (agent: AgentEnSession, cible: InformationCible) => boolean,
  fn: (contexte: Contexte, cible: InformationCible) => Promise<T>,
): Promise<CadreDActe & T> {
  return readPage(args, async (contexte) => {
    const cible = await getInformationCible(contexte, args.params.id);
    if (!can(contexte.agent, cible)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { id, numero, version, etat } = cible;
    return { id, numero, version, etat, aujourdhui: contexte.aujourdhui, ...(await fn(contexte, cible)) };
  });
}
