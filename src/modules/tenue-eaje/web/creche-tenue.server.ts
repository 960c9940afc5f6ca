import type { Contexte } from '#database/as-agent.ts';
import { type CrecheFiche, getCreche } from '#modules/eaje/index.server.ts';
import { canTenirCreche } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';

/** La crèche que l'agent tient ; une qu'il lit sans la tenir ressemble à une qui n'existe pas. */
export async function getCrecheTenue({ tx, agent, aujourdhui }: Contexte, id: string): Promise<CrecheFiche> {
  const fiche = await getCreche(tx, id, aujourdhui);
  if (!canTenirCreche(agent, fiche.etab)) throw new Introuvable('Absente, ou hors de vos missions.');
  return fiche;
}
