/** Ce que l'on écrit d'une décision : celle que l'on prend au nom du président, celle que l'on reçoit d'un juge, sa correction. */
import { z } from 'zod';
import {
  caseCochee,
  choixFacultatif,
  choixSaisi,
  identifiantSaisi,
  jourFacultatif,
  listeSaisie,
  nombreSaisi,
  texteFacultatif,
  texteSaisi,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { NATURES_DECISION } from './faits.ts';
import { DECIDEURS, GARDIENS } from './mesure.ts';
import { referencesFacultatives, referencesSaisies } from './mesure-saisie.ts';
import { CodeMesure } from './nomenclature.ts';

function nombreFacultatif(message: string, bornes: { minimum: number; maximum: number }) {
  return z.preprocess(
    (brut) => (brut === undefined || (typeof brut === 'string' && brut.trim() === '') ? null : brut),
    nombreSaisi(message, bornes)
      .pipe(z.int({ error: message }))
      .nullable(),
  );
}

/** Un dernier jour, ou une durée ; ni l'un ni l'autre : la décision n'écrit pas sa fin. */
const COUVERTURE = {
  du: jourFacultatif(),
  au: jourFacultatif(),
  dureeMois: nombreFacultatif('Indiquez un nombre de mois.', { minimum: 1, maximum: 240 }),
  dureeJours: nombreFacultatif('Indiquez un nombre de jours.', { minimum: 1, maximum: 7300 }),
};
export type Couverture = {
  du: JourCivil | null;
  au: JourCivil | null;
  dureeMois: number | null;
  dureeJours: number | null;
};

function verifyCouverture({ du, au, dureeMois, dureeJours }: Couverture, contexte: z.core.$RefinementCtx): void {
  const add = (champ: string, message: string) =>
    contexte.addIssue({ code: 'custom', message, path: [champ], input: champ });
  if ([au, dureeMois, dureeJours].filter((valeur) => valeur !== null).length > 1)
    add('au', 'Indiquez le dernier jour, ou une durée, pas les deux.');
  if (du !== null && au !== null && au < du) add('au', 'La fin précède le début.');
}

const CONTENU = {
  ...COUVERTURE,
  fondement: texteFacultatif(500),
  confieA: choixFacultatif(GARDIENS),
  confiePrecision: texteFacultatif(),
  droitsVisite: texteFacultatif(4000),
  rapportTousLesMois: nombreFacultatif('Indiquez un nombre de mois, de 1 à 36.', { minimum: 1, maximum: 36 }),
};

/** Celles qu'une prestation connaît : la prorogation est d'un juge. */
export const NATURES_PRESTATION = {
  initiale: NATURES_DECISION.initiale,
  renouvellement: NATURES_DECISION.renouvellement,
  modification: NATURES_DECISION.modification,
} as const;

/** Décider, renouveler ou modifier une prestation : au nom du président, ce jour, par délégation. */
export const DecisionSaisie = z
  .object({
    mesures: referencesSaisies,
    nature: choixSaisi(NATURES_PRESTATION, 'Dites ce que vous décidez.'),
    motifs: texteSaisi('Écrivez ce qui fonde la décision.', 8000),
    numero: texteFacultatif(40),
    ...CONTENU,
    /** Celles auxquelles celle-ci met fin, la veille. */
    remplace: referencesFacultatives,
  })
  .superRefine(verifyCouverture);
export type DecisionSaisie = z.infer<typeof DecisionSaisie>;

export const RefusSaisie = z.object({
  mesures: referencesSaisies,
  motifs: texteSaisi('Écrivez ce qui fonde le refus.', 8000),
  numero: texteFacultatif(40),
});
export type RefusSaisie = z.infer<typeof RefusSaisie>;

export const NATURES_RECUES = { ...NATURES_DECISION, mainlevee: 'Mainlevée' } as const;

const AUTEUR = {
  le: jourCivilSaisi(),
  recueLe: jourFacultatif(),
  juridiction: texteSaisi('Indiquez qui a décidé : « Tribunal pour enfants de … ».'),
  juge: texteFacultatif(),
  numero: texteFacultatif(60),
  decideur: choixFacultatif(DECIDEURS),
  motifs: texteFacultatif(8000),
  sansAudition: caseCochee,
  lieuDecouverte: caseCochee,
};

/** Inscrire une décision reçue : une première pour un enfant ou une fratrie, ou la suite de mesures déjà là. */
export const ReceptionSaisie = z
  .object({
    nature: choixSaisi(NATURES_RECUES, 'Dites ce que décide le juge.'),
    enfants: listeSaisie(Identifiant),
    code: z.preprocess((brut) => (brut === '' ? null : (brut ?? null)), CodeMesure.nullable()),
    mesures: referencesFacultatives,
    ...AUTEUR,
    ...CONTENU,
    remplace: referencesFacultatives,
    service: texteFacultatif(),
    serviceContact: texteFacultatif(),
  })
  .superRefine((saisie, contexte) => {
    const add = (champ: string, message: string) =>
      contexte.addIssue({ code: 'custom', message, path: [champ], input: champ });
    verifyCouverture(saisie, contexte);
    if (saisie.recueLe !== null && saisie.recueLe < saisie.le) add('recueLe', 'La réception précède la décision.');
    if (saisie.nature !== 'initiale') {
      if (saisie.mesures.length === 0) add('mesures', 'Choisissez au moins une mesure.');
    } else if (saisie.mesures.length === 0) {
      if (saisie.code === null) add('code', 'Choisissez la mesure.');
      if (saisie.enfants.length === 0) add('enfants', 'Choisissez au moins un enfant.');
    }
  });
export type ReceptionSaisie = z.infer<typeof ReceptionSaisie>;

/** Corriger : la ligne corrigée reste lisible ; `annuler` : cette décision n'aurait pas dû être inscrite. */
export const CorrectionSaisie = z
  .object({
    mesures: referencesSaisies.refine((liste) => liste.length <= 1, { error: 'Une seule mesure à la fois.' }),
    decisionId: identifiantSaisi('Choisissez la décision à corriger.'),
    correctionMotif: texteSaisi('Dites ce que vous corrigez.', 2000),
    annuler: caseCochee,
    ...CONTENU,
    ...AUTEUR,
    le: jourFacultatif(),
    juridiction: texteFacultatif(),
  })
  .superRefine(verifyCouverture);
export type CorrectionSaisie = z.infer<typeof CorrectionSaisie>;
