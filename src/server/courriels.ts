/** The département's mail server: one message at a time, in plain text, and what a refusal means. */
import { createTransport } from 'nodemailer';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

/** Where mail leaves from, and the public address that its links bear. */
export type ReglageCourriels = { url: string; expediteur: string; adresse: string };

/** `id` stays the same from one attempt to the next: a message that arrived twice is recognised as one. */
export type Courriel = { id: string; destinataire: string; objet: string; corps: string };

/** The server does not answer, or refuses everything: this message and the next ones wait. */
export class CourrielsArretes extends ErreurExploitation {
  override name = 'CourrielsArretes';
}

/** The server refuses this message: the others may go. `code` is the server's, never its sentence. */
export class CourrielRefuse extends Error {
  override name = 'CourrielRefuse';
  readonly code: string;
  constructor(code: string) {
    super('Courriel refusé');
    this.code = code;
  }
}

export type Envoi = { send: (courriel: Courriel) => Promise<void>; close: () => void };

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** One connection for a whole round; to be closed. */
export function openEnvoi({ url, expediteur, adresse }: ReglageCourriels): Envoi {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...PATIENCE,
  });
  const { hostname } = new URL(adresse);
  return {
    send: async ({ id, destinataire, objet, corps }) => {
      try {
        await transport.sendMail({
          messageId: `<${id}@${hostname}>`,
          from: { name: 'Marelle', address: expediteur },
          to: { name: '', address: destinataire },
          subject: objet,
          text: corps,
          // Neither an automatic answer nor an out-of-office to an address that nobody reads.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (erreur) {
        throw formatRefus(erreur);
      }
    },
    close: () => transport.close(),
  };
}

/** What the server says of one address or one message concerns it alone; all the rest concerns every message. */
function formatRefus(erreur: unknown): Error {
  const { responseCode, command } = erreur as { responseCode?: number; command?: string };
  const duMessage = command === 'RCPT TO' || command === 'DATA';
  if (duMessage && responseCode !== undefined && responseCode !== 421) return new CourrielRefuse(String(responseCode));
  return new CourrielsArretes('Le serveur de courriels ne répond pas, ou refuse Marelle.');
}
