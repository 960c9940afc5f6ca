import type { Transaction } from '#database/connection.ts';
import type { Json } from '#database/types.generated.ts';

/** Ce qu'un acte laisse au journal. Jamais de nom ni de récit : des identifiants et ce qui a changé. */
export type Trace = { acte: string; enfantId?: string | null; objetId?: string | null; detail?: Record<string, Json> };

/** Inscrit un acte, dans la transaction de l'acte ; l'auteur et l'instant sont posés par la base. */
export async function recordTrace(tx: Transaction, trace: Trace): Promise<void> {
  await tx
    .insertInto('journal.evenement')
    .values({
      acte: trace.acte,
      enfantId: trace.enfantId ?? null,
      objetId: trace.objetId ?? null,
      detail: JSON.stringify(trace.detail ?? {}),
      agentId: SIGNE_PAR_LA_BASE,
    })
    .execute();
}

/** La base remplace l'auteur par celui de la session ; null suffit à le lui laisser poser. */
const SIGNE_PAR_LA_BASE = null;
