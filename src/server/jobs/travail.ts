import type { Database, Transaction } from '#database/connection.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { ReglageCourriels } from '../courriels.ts';

export type ContexteDeTravail = {
  db: Database;
  /** Ce que portait la demande ; rien pour un travail de nuit. */
  donnees: unknown;
  /** Adresse publique de Marelle, pour les liens. */
  adresse: string;
  /** Absent : aucun courriel ne part. */
  courriels: ReglageCourriels | undefined;
  /** Marelle s'arrête, ou le travail a dépassé son temps : s'arrêter au prochain point sûr, il sera repris. */
  signal: AbortSignal;
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
  /** Fait aussi quand Marelle s'ouvre : ce qu'il prépare ne tient qu'en mémoire. */
  auDepart?: true;
  /** Au-delà, on le croit mort et il est repris. */
  dureeMaximaleSecondes?: number;
  /** Combien de fois il est repris après un échec, de plus en plus tard, une heure au plus entre deux. */
  reprises?: number;
  /** Combien une instance en fait à la fois, quand leurs demandes n'ont pas la même clé. Un seul, à défaut. */
  simultanes?: number;
  /** Fait dans un processus à lui, sans courriels : la porte de serveur qui le sort, et la mémoire de ses objets au plus, en mégaoctets. */
  aPart?: { porte: `#modules/${string}/index.server.ts`; memoireMo: number };
  /** Rend une phrase de bilan, sans nom ni récit : des nombres. */
  run: (contexte: ContexteDeTravail) => Promise<string>;
};

export const DUREE_MAXIMALE_SECONDES = 900;

/** Un travail échoué est repris quatre fois, s'il n'en dit pas plus. */
export const REPRISES = 4;
