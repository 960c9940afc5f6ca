/** L'absence d'un agent. Son motif est lu par moins de monde que l'absence elle-même. */
import { z } from 'zod';
import { choixSaisi, texteFacultatif } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const MOTIFS_ABSENCE = {
  conge: 'Congé',
  maladie: 'Maladie',
  formation: 'Formation',
  parentalite: 'Parentalité',
  autre: 'Autre',
} as const;
export const MotifAbsence = z.enum(Object.keys(MOTIFS_ABSENCE) as [keyof typeof MOTIFS_ABSENCE]);
export type MotifAbsence = z.infer<typeof MotifAbsence>;

/** `motif` nul : il n'y en a pas, ou on n'a pas à le lire. */
export const Absence = z.object({
  id: Identifiant,
  agentId: Identifiant,
  du: JourCivil,
  au: JourCivil.nullable(),
  motif: MotifAbsence.nullable(),
  commentaire: z.string().nullable(),
});
export type Absence = z.infer<typeof Absence>;

/** « absent jusqu’au 30/11/2026 » ; sans fin connue, « absent ». */
export function formatAbsence(jusquAu: JourCivil | null): string {
  return jusquAu === null ? 'absent' : `absent jusqu’au ${formatJour(jusquAu, 'court')}`;
}

export const AbsenceSaisie = z
  .object({
    agentId: Identifiant,
    du: jourCivilSaisi(),
    au: jourCivilSaisi(),
    motif: choixSaisi(MOTIFS_ABSENCE, 'Choisissez un motif.'),
    commentaire: texteFacultatif(500),
  })
  .refine(({ du, au }) => au >= du, { error: 'La fin précède le début.', path: ['au'] });
export type AbsenceSaisie = z.infer<typeof AbsenceSaisie>;
