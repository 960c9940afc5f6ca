import type { parsePreferences } from './preferences.ts';

/** Ce que la racine donne à toutes les pages. */
export type RacineVue = {
  preferences: ReturnType<typeof parsePreferences>;
  /** Donnée à l'utilisateur si la page échoue : elle mène à la trace du serveur. */
  reference: string;
};
