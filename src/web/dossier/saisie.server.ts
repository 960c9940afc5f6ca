import type { Contexte } from '#database/as-agent.ts';
import { type Cible, getCible } from '#modules/acces/index.server.ts';
import type { CibleEnfant } from '#modules/acces/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { actPage, readPage } from '#web/page.server.ts';

type ArgsDeDossier = Parameters<typeof readPage>[0] & { params: { id: string } };
type Droit = (agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil) => boolean;
type PageDeSaisie = { id: string; nom: string; aujourdhui: JourCivil; version: number };

/** Charge une page de saisie d'un dossier : elle n'existe que pour qui peut faire l'acte, comme l'acte lui-même. */
export function readSaisie<T extends object>(
  args: ArgsDeDossier,
  droit: Droit,
  fn: (contexte: Contexte, cible: Cible) => Promise<T> | T,
): Promise<PageDeSaisie & T> {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { agent, aujourdhui } = contexte;
    const cible = await getCible(contexte, id);
    if (!droit(agent, cible, aujourdhui)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    return { id, nom: cible.nom, aujourdhui, version: cible.version, ...(await fn(contexte, cible)) };
  });
}

/** Un acte qui peut faire perdre de vue l'enfant (mission finie, dossier fermé) : la liste plutôt qu'une page absente. */
export const actPuisQuitte: typeof actPage = async (args, options) => {
  const reponse = await actPage(args, options);
  const { id = '' } = (args as ArgsDeDossier).params;
  if (reponse instanceof Response && !(await isVisible(args, id))) reponse.headers.set('Location', '/enfants');
  return reponse;
};

function isVisible(args: Parameters<typeof readPage>[0], id: string): Promise<boolean> {
  return readPage(args, (contexte) =>
    getCible(contexte, id).then(
      () => true,
      (erreur: unknown) => {
        if (erreur instanceof Introuvable) return false;
        throw erreur;
      },
    ),
  );
}
