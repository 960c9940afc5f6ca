import type { RouterContextProvider } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import { getInformationCible, type InformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { readPage } from '#web/page.server.ts';

type Args = { request: Request; context: Readonly<RouterContextProvider>; params: { id: string } };

/** Charge la page d'un acte sur une information : elle n'existe que pour qui peut le faire, comme l'acte lui-même. */
export function readPageDActe<T extends object>(
  args: Args,
  peut: (agent: AgentEnSession, cible: InformationCible) => boolean,
  fn: (contexte: Contexte, cible: InformationCible) => Promise<T> | T,
) {
  return readPage(args, async (contexte) => {
    const cible = await getInformationCible(contexte, args.params.id);
    if (!peut(contexte.agent, cible)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { id, numero, version, urgence, recueLe } = cible;
    const enfants = cible.mineurs.map(formatMineur).join(' ; ');
    return {
      id,
      numero,
      version,
      urgence,
      recueLe,
      enfants,
      aujourdhui: contexte.aujourdhui,
      ...(await fn(contexte, cible)),
    };
  });
}
