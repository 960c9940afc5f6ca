/** L'absence d'un enfant : son motif, quand la famille a prévenu, et si la pièce qui la déduit est reçue. */
import { z } from 'zod';
import { caseCochee, choixSaisi, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const MOTIFS_ABSENCE_ENFANT = {
  MALADIE: 'Maladie',
  HOSPITALISATION: 'Hospitalisation',
  EVICTION: 'Éviction',
  CONGES: 'Congés de la famille',
  CONVENANCE: 'Convenance',
} as const;
export type MotifAbsenceEnfant = keyof typeof MOTIFS_ABSENCE_ENFANT;

export type AbsenceEnfant = Readonly<{
  id: string;
  motif: MotifAbsenceEnfant;
  du: JourCivil;
  au: JourCivil;
  prevenueLe: JourCivil;
  justifiee: boolean;
}>;

export const AbsenceEnfantSaisie = z
  .object({
    enfantId: Identifiant,
    du: jourCivilSaisi(),
    au: jourCivilSaisi(),
    motif: choixSaisi(MOTIFS_ABSENCE_ENFANT, 'Choisissez un motif.'),
    prevenueLe: jourCivilSaisi(),
    justifiee: caseCochee,
  })
  .refine(({ du, au }) => au >= du, { error: 'La fin précède le début.', path: ['au'] });

/** Annuler une absence, une réservation ou des ressources inscrites par erreur : la raison va au journal. */
export const AnnulationSaisie = z.object({
  id: Identifiant,
  raison: texteSaisi('Dites pourquoi cette saisie s’annule.', 300),
});
