import type { Database } from '#database/connection.ts';

/** De quoi conduire un import : au nom de qui, lequel, et quand s'arrêter. */
export type Conduite = {
  db: Database;
  agent: { agentId: string };
  importId: string;
  /** Levé quand Marelle s'arrête : le mois commencé se défait. */
  signal?: AbortSignal;
  /** Ce qui d'un mois se tient en mémoire à la fois, en lignes du fichier. */
  lignesParTranche?: number;
};
