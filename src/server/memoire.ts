/**
 * Ce qui se garde en mémoire tant que rien n'y change. Chaque chose porte un numéro, que la base change à chaque acte qui la touche : ce qui
 * fut gardé sous un autre numéro se refait, elle seule. Le numéro se lit avant le reste : un acte survenu entre-temps fera relire.
 * Chaque regard garde à part : ce que l'un voit n'est jamais montré à qui a un autre périmètre.
 */
import { createHash } from 'node:crypto';
import type { AgentEnSession } from '#shared/agent-en-session.ts';

/** Identifiant et numéro de ce que l'on voit, dans l'ordre ; un numéro nul ne se garde pas. */
export type Revisions = ReadonlyMap<string, string | null>;

/** Ce qui décide de ce qu'un agent voit : deux agents au même regard voient les mêmes lignes. */
export function buildRegard({ unites, habilitations }: Pick<AgentEnSession, 'unites' | 'habilitations'>): string {
  const ecrit = [unites.toSorted().join(), habilitations.toSorted().join()].join('|');
  return createHash('sha256').update(ecrit).digest('base64url');
}

type Gardee<T> = { numero: string | null; valeur: T | undefined };
type Demande<T> = {
  /** Le regard, et ce qui borne la lecture. */
  cle: string;
  revisions: Revisions;
  /** Lit celles-là ; toutes, sans liste. Ce qui n'y est pas n'a rien à montrer. */
  readValeurs: (ids: readonly string[] | undefined) => Promise<ReadonlyMap<string, T>>;
};

/** `taille` : tant de choses gardées au plus, tous regards ensemble ; les regards oubliés depuis le plus longtemps s'en vont. */
export function createMemoire<T>(taille: number) {
  const regards = new Map<string, Map<string, Gardee<T>>>();
  return async ({ cle, revisions, readValeurs }: Demande<T>): Promise<T[]> => {
    const connues = regards.get(cle);
    const gardees = new Map<string, Gardee<T>>();
    const perimees: string[] = [];
    for (const [id, numero] of revisions) {
      const connue = connues?.get(id);
      if (connue && numero !== null && connue.numero === numero) gardees.set(id, connue);
      else perimees.push(id);
    }
    if (perimees.length > 0) {
      const lues = await readValeurs(perimees.length === revisions.size ? undefined : perimees);
      for (const id of perimees) gardees.set(id, { numero: revisions.get(id) ?? null, valeur: lues.get(id) });
    }
    regards.delete(cle);
    regards.set(cle, gardees);
    forget(regards, taille);
    return [...revisions.keys()].flatMap((id) => gardees.get(id)?.valeur ?? []) as T[];
  };
}

function forget(regards: Map<string, ReadonlyMap<string, unknown>>, taille: number): void {
  let total = [...regards.values()].reduce((somme, { size }) => somme + size, 0);
  for (const [cle, { size }] of regards) {
    if (total <= taille) return;
    regards.delete(cle);
    total -= size;
  }
}
