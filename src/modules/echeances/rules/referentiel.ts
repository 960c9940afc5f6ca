/** Les faits et les règles de tous les modules. Un module de plus : ses deux tableaux, une ligne chacun. */
import { FAITS_ACCES, REGLES_ACCES } from '#modules/acces/index.ts';
import { REGLES_EQUIPES_EVALUATION } from '#modules/equipes-evaluation/index.ts';
import { REGLES_EVALUATIONS } from '#modules/evaluations/index.ts';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import { FAITS_LIEUX_ACCUEIL, REGLES_LIEUX_ACCUEIL } from '#modules/lieux-accueil/index.ts';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import { REGLES_QUALIFICATION } from '#modules/qualification/index.ts';
import { REGLES_SIGNALEMENTS } from '#modules/signalements/index.ts';
import { REGLES_SUITES } from '#modules/suites/index.ts';
import type { FaitDefini, Regle } from '#shared/obligation.ts';

export const FAITS: readonly FaitDefini[] = [
  ...FAITS_ACCES,
  ...FAITS_INFORMATIONS,
  ...FAITS_MESURES,
  ...FAITS_LIEUX_ACCUEIL,
];

export const REGLES: readonly Regle[] = [
  ...REGLES_ACCES,
  ...REGLES_QUALIFICATION,
  ...REGLES_EQUIPES_EVALUATION,
  ...REGLES_EVALUATIONS,
  ...REGLES_SIGNALEMENTS,
  ...REGLES_SUITES,
  ...REGLES_LIEUX_ACCUEIL,
];
