/** Ce qui suit tout acte, dans sa transaction : branché une fois par l'assemblage, qui seul connaît tous les modules. */
import type { Contexte } from '#database/as-agent.ts';

type ApresActe = (contexte: Contexte) => Promise<void>;
let suite: ApresActe | undefined;

/** Branche la suite de tout acte. */
export function defineApresActe(fn: ApresActe): void {
  suite = fn;
}

export async function executeApresActe(contexte: Contexte): Promise<void> {
  await suite?.(contexte);
}
