/** « C'est fait le … » : un acte fait pour un enfant et qui n'a pas encore sa page. */
import { z } from 'zod';
import { champsReunis, identifiantFacultatif, identifiantSaisi, texteSaisi } from '#shared/champ-saisi.ts';
import { heureSaisie } from '#shared/heure-saisie.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

/** `type` : celui d'un fait de docs/simulation.md ; `donnees` : ce que ce fait porte, un champ de formulaire par clé (`donnees.forme`). */
export const ActeSaisie = champsReunis(
  z.object({
    enfantId: identifiantSaisi('Choisissez un enfant.'),
    mesureId: identifiantFacultatif(),
    type: z.string({ error: 'Dites ce qui est fait.' }).min(1, { error: 'Dites ce qui est fait.' }),
    le: jourCivilSaisi(),
    heure: z.preprocess(
      (brut) => (typeof brut === 'string' && brut.trim() !== '' ? brut : null),
      heureSaisie().nullable(),
    ),
    donnees: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  }),
);
export type ActeSaisie = z.infer<typeof ActeSaisie>;

export const AnnulationActeSaisie = z.object({
  acteId: identifiantSaisi('Choisissez l’acte.'),
  motif: texteSaisi('Dites pourquoi cet acte n’aurait pas dû être inscrit.', 2000),
});
export type AnnulationActeSaisie = z.infer<typeof AnnulationActeSaisie>;
