/** Ce qu'est un paramètre du département : son libellé, le schéma de sa valeur, celle tenue à défaut. */
import { z } from 'zod';
import type { Confiance } from '#shared/texte-legal.ts';

export type Definition<T> = {
  groupe: string;
  libelle: string;
  aide: string;
  /** Mot qui suit la valeur : « heures », « jours » ; vide pour un mot ou un choix. */
  unite: string;
  schema: z.ZodType<T>;
  /** Valeur tenue sans réglage du département. */
  defaut: T;
  /** Confiance et origine de la valeur par défaut. */
  confiance: Confiance;
  source: string;
  choix?: Readonly<Record<string, string>>;
};

export const mot = z.string().trim().min(1, { error: 'Indiquez un mot.' }).max(40, { error: '40 caractères au plus.' });

/** Un nombre entier entre ces bornes. */
export function buildEntier(minimum: number, maximum: number) {
  const error = `Indiquez un nombre entier de ${minimum} à ${maximum}.`;
  return z.int({ error }).min(minimum, { error }).max(maximum, { error });
}

export function defineParametre<T>(definition: Definition<T>): Definition<T> {
  return definition;
}

/** Une valeur que Marelle propose, faute de texte. */
export const local = { confiance: 'local', source: 'Valeur proposée par Marelle' } as const;
