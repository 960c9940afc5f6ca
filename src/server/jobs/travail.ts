import type { Database, Transaction } from '#database/connection.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

export type ContexteDeTravail = {
  db: Database;
  /** Ce qui a été donné à l'envoi ; rien pour un travail de nuit. */
  donnees: unknown;
  /** Une transaction du rôle système, le travail nommé au journal. */
  enSysteme: <T>(fn: (contexte: { tx: Transaction; aujourdhui: JourCivil }) => Promise<T>) => Promise<T>;
};

/**
 * Un travail fait hors des pages. Il peut être repris après une coupure : le refaire deux fois de suite ne doit rien
 * changer de plus. Une instance à la fois le fait, quel que soit le nombre de Marelle ouvertes.
 */
export type Travail = {
  /** `module.objet.acte`, comme un acte du journal. */
  nom: string;
  titre: string;
  /** Heure de nuit, heure de Paris, « minute heure » ; absente : à la demande. */
  heure?: { heures: number; minutes: number };
  /** Au-delà, on le croit mort et il est repris. */
  dureeMaximaleSecondes?: number;
  /** Rend une phrase de bilan, sans nom ni récit : des nombres. */
  run: (contexte: ContexteDeTravail) => Promise<string>;
};
