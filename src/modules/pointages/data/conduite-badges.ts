import type { Database } from '#database/connection.ts';

/** De quoi conduire un import : au nom de qui, lequel, et quand s'arrêter. */
export type Conduite = {
  db: Database;
  agent: { agentId: string };
  importId: string;
  /** Levé quand Marelle s'arrête : on s'arrête entre deux lots. */
  signal?: AbortSignal;
  /** Ce qui s'écrit d'un coup, en lignes du fichier, à un jour près. */
  lignesParLot?: number;
};
