import type { Json } from '#database/types.generated.ts';
import type { Authentification } from './authentification.server.ts';

type Trace = { acte: string; agentId?: string | null; detail?: Record<string, Json> };

/** Inscrit au journal ce qui se passe avant toute session d'agent. Jamais ce qui a été tapé. */
export async function recordConnexion({ db }: Authentification, { acte, agentId, detail }: Trace): Promise<void> {
  await db.comptes
    .insertInto('journal.evenement')
    .values({ systeme: 'connexion', acte, agentId: agentId ?? null, detail: JSON.stringify(detail ?? {}) })
    .execute();
}
