import type { z } from 'zod';

/** Les filtres d'une liste, lus dans l'adresse ; `brut` garde page et taille. */
export function parseFiltre<S extends z.ZodType>(
  request: Request,
  schema: S,
): { filtre: z.output<S>; brut: Record<string, string> } {
  const brut = Object.fromEntries(new URL(request.url).searchParams);
  return { filtre: schema.parse(brut), brut };
}
