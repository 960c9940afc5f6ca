/** Les gestes que la tablette garde tant que le réseau ne les a pas pris. Aucun nom : des identifiants et des heures. */
import type { Geste } from '../pointage-saisie.ts';

type Memoire = Pick<Storage, 'getItem' | 'setItem'>;

const formatCle = (crecheId: string) => `marelle.pointage.${crecheId}`;

export function readGestes(memoire: Memoire, crecheId: string): Geste[] {
  try {
    const lus: unknown = JSON.parse(memoire.getItem(formatCle(crecheId)) ?? '[]');
    return Array.isArray(lus) ? (lus as Geste[]) : [];
  } catch {
    return [];
  }
}

/** Relit avant d'écrire : deux onglets de la même tablette ne s'effacent rien. */
export function addGeste(memoire: Memoire, crecheId: string, geste: Geste): Geste[] {
  return write(memoire, crecheId, [...readGestes(memoire, crecheId), geste]);
}

/** Ce que Marelle a reçu, ou refusé, n'est plus à envoyer. */
export function closeGestes(memoire: Memoire, crecheId: string, ids: readonly string[]): Geste[] {
  const partis = new Set(ids);
  return write(
    memoire,
    crecheId,
    readGestes(memoire, crecheId).filter(({ id }) => !partis.has(id)),
  );
}

function write(memoire: Memoire, crecheId: string, gestes: Geste[]): Geste[] {
  memoire.setItem(formatCle(crecheId), JSON.stringify(gestes));
  return gestes;
}
