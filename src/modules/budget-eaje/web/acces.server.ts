import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { getEngagement, getMandatement } from '../data/depenses-queries.server.ts';
import { getLigne } from '../data/lignes-queries.server.ts';
import type { CibleLigne } from '../droits.ts';
import type { Engagement, LigneBudget, Mandatement } from '../ligne-budget.ts';

type Droit = (agent: AgentEnSession, ligne: CibleLigne) => boolean;

/** La ligne d'une page, si l'on y peut ce que la page propose. */
export async function readLigne({ tx, agent }: Contexte, id: string, can: Droit): Promise<LigneBudget> {
  const ligne = await getLigne(tx, id);
  if (!can(agent, ligne)) throw new Introuvable('Absente, ou hors de vos missions.');
  return ligne;
}

export async function readEngagement(
  contexte: Contexte,
  id: string,
  can: Droit,
): Promise<{ ligne: LigneBudget; engagement: Engagement }> {
  const engagement = await getEngagement(contexte.tx, id);
  return { engagement, ligne: await readLigne(contexte, engagement.ligneId, can) };
}

export async function readMandatement(
  contexte: Contexte,
  id: string,
  can: Droit,
): Promise<{ ligne: LigneBudget; engagement: Engagement; mandatement: Mandatement }> {
  const mandatement = await getMandatement(contexte.tx, id);
  return { mandatement, ...(await readEngagement(contexte, mandatement.engagementId, can)) };
}

/** Corriger et annuler sont sur la même page. */
export const isAnnulation = ({ url }: Request): boolean => new URL(url).searchParams.has('annuler');
