import { formatTexte } from '#shared/texte-legal.ts';
import type { Motif, Verdict } from '#shared/verdict.ts';

export type Objection = { motif: string; textes: string[]; bloque: boolean };

/** Ce qu'une règle oppose ou fait remarquer, lisible. */
export function buildObjections(verdict: Verdict): Objection[] {
  const lire =
    (bloque: boolean) =>
    ({ motif, textes }: Motif) => ({ motif, textes: textes.map(formatTexte), bloque });
  return verdict.issue === 'accepte' ? verdict.avertissements.map(lire(false)) : [lire(true)(verdict)];
}
