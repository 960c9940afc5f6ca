/** Ce que la tablette garde : les gestes que le réseau n'a pas pris, et ceux que Marelle a refusés. Aucun nom : des identifiants et des heures. */
import type { Geste } from '../pointage-saisie.ts';

type Memoire = Pick<Storage, 'getItem' | 'setItem'>;
export type GesteRefuse = Geste & { raison: string };

export const A_ENVOYER = createFile<Geste>('marelle.pointage');
/** Jusqu'à ce qu'une personne dise qu'elle s'en est occupée. */
export const REFUSES = createFile<GesteRefuse>('marelle.pointage.refuse');

/** Chaque acte relit avant d'écrire : deux onglets de la même tablette ne s'effacent rien. */
function createFile<T extends { id: string }>(nom: string) {
  const cle = (crecheId: string) => `${nom}.${crecheId}`;
  const read = (memoire: Memoire, crecheId: string): T[] => {
    try {
      const lus: unknown = JSON.parse(memoire.getItem(cle(crecheId)) ?? '[]');
      return Array.isArray(lus) ? (lus as T[]) : [];
    } catch {
      return [];
    }
  };
  const write = (memoire: Memoire, crecheId: string, gardes: T[]): T[] => {
    memoire.setItem(cle(crecheId), JSON.stringify(gardes));
    return gardes;
  };
  const close = (memoire: Memoire, crecheId: string, ids: readonly string[]): T[] => {
    const partis = new Set(ids);
    return write(
      memoire,
      crecheId,
      read(memoire, crecheId).filter(({ id }) => !partis.has(id)),
    );
  };
  const add = (memoire: Memoire, crecheId: string, ...gestes: T[]): T[] =>
    write(memoire, crecheId, [
      ...close(
        memoire,
        crecheId,
        gestes.map(({ id }) => id),
      ),
      ...gestes,
    ]);
  return { read, add, close };
}
