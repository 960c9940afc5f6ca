/** Ce que l'on écrit de l'exécution d'une mesure : ce qu'elle attend, quand elle commence, s'arrête, reprend, finit. */
import { z } from 'zod';
import {
  caseCochee,
  choixSaisi,
  identifiantFacultatif,
  identifiantSaisi,
  jourFacultatif,
  texteFacultatif,
  texteSaisi,
} from '#shared/champ-saisi.ts';
import { heureSaisie } from '#shared/heure-saisie.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { RAISONS_ATTENTE } from './attente.ts';
import { MOTIFS_FIN } from './faits.ts';
import { referencesSaisies } from './mesure-saisie.ts';

const heureFacultative = z.preprocess(
  (brut) => (typeof brut === 'string' && brut.trim() !== '' ? brut : null),
  heureSaisie().nullable(),
);

/** Pourquoi elle attend, depuis quand, qui tient la suite, ce que l'enfant risque. */
export const AttenteSaisie = z
  .object({
    mesures: referencesSaisies,
    raison: choixSaisi(RAISONS_ATTENTE, 'Dites pourquoi elle attend.'),
    le: jourCivilSaisi(),
    detenteurId: identifiantFacultatif(),
    detenteur: texteFacultatif(),
    risque: texteFacultatif(2000),
    precision: texteFacultatif(2000),
  })
  .refine(({ detenteurId, detenteur }) => (detenteurId === null) !== (detenteur === null), {
    error: 'Dites qui tient la suite : un agent, ou un service.',
    path: ['detenteur'],
  });
export type AttenteSaisie = z.infer<typeof AttenteSaisie>;

/** Le premier rendez-vous ou le premier accueil réel, pas l'affectation. */
export const DebutSaisie = z.object({
  mesures: referencesSaisies,
  le: jourCivilSaisi(),
  heure: heureFacultative,
  precision: texteFacultatif(2000),
});
export type DebutSaisie = z.infer<typeof DebutSaisie>;

/** Suspendre, reprendre : le jour et pourquoi. */
export const SuspensionSaisie = z.object({
  mesures: referencesSaisies,
  le: jourCivilSaisi(),
  precision: texteSaisi('Dites pourquoi.', 2000),
});
export type SuspensionSaisie = z.infer<typeof SuspensionSaisie>;

export const FinSaisie = z.object({
  mesures: referencesSaisies,
  le: jourCivilSaisi(),
  motif: choixSaisi(MOTIFS_FIN, 'Dites pourquoi elle finit.'),
  precision: texteFacultatif(2000),
});
export type FinSaisie = z.infer<typeof FinSaisie>;

/** L'enfant part : à quel département la mesure est transmise. */
export const TransfertSaisie = z.object({
  mesures: referencesSaisies,
  le: jourCivilSaisi(),
  precision: texteSaisi('Dites à quel département, et à quel service.', 2000),
});
export type TransfertSaisie = z.infer<typeof TransfertSaisie>;

export const RenouvellementSaisie = z.object({ mesures: referencesSaisies, le: jourCivilSaisi() });
export type RenouvellementSaisie = z.infer<typeof RenouvellementSaisie>;

/** Corriger le jour d'un évènement, ou dire qu'il n'a pas eu lieu ; la ligne corrigée reste lisible. */
export const CorrectionExecutionSaisie = z
  .object({
    mesures: referencesSaisies.refine((liste) => liste.length <= 1, { error: 'Une seule mesure à la fois.' }),
    executionId: identifiantSaisi('Choisissez ce que vous corrigez.'),
    le: jourFacultatif(),
    heure: heureFacultative,
    annuler: caseCochee,
    correctionMotif: texteSaisi('Dites ce que vous corrigez.', 2000),
  })
  .refine(({ le, annuler }) => annuler || le !== null, { error: 'Indiquez le bon jour.', path: ['le'] });
export type CorrectionExecutionSaisie = z.infer<typeof CorrectionExecutionSaisie>;
