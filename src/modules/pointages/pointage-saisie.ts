import { z } from 'zod';
import { choixSaisi, texteSaisi } from '#shared/champ-saisi.ts';
import { heureSaisie } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { Sens } from './pointage.ts';

const GESTES_AU_PLUS = 500;

/** Un geste de la tablette. Son identifiant vient de qui l'envoie : reçu deux fois, il ne compte qu'une. */
export const Geste = z.object({
  id: z.uuid({ error: 'Ce geste n’a pas d’identifiant.' }),
  enfantId: Identifiant,
  jour: JourCivil,
  minute: z.coerce.number().int().min(0).max(1439),
  sens: Sens,
});
export type Geste = z.infer<typeof Geste>;

export const PointageSaisie = z.object({
  etablissementId: Identifiant,
  gestes: z.array(Geste).max(GESTES_AU_PLUS, { error: 'Trop de gestes d’un coup.' }),
});

const OBLIGATOIRE = 'Dites pourquoi la présence est corrigée.';
const minuteFacultative = z.preprocess(
  (brut) => (brut === '' ? null : (brut ?? null)),
  z.coerce.number().int().min(0).max(1440).nullable(),
);
const heureFacultative = z.preprocess(
  (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
  heureSaisie().nullable(),
);

export const ACTES_CORRECTION = { corriger: 'Corriger', retirer: 'Retirer cette présence' } as const;

/** Corriger, ajouter (sans `avant`) ou retirer une présence. */
export const CorrectionSaisie = z.object({
  etablissementId: Identifiant,
  enfantId: Identifiant,
  jour: JourCivil,
  /** L'arrivée et le départ que l'on avait sous les yeux. */
  avant: minuteFacultative,
  departAvant: minuteFacultative,
  acte: choixSaisi(ACTES_CORRECTION, 'Choisissez un acte.'),
  arrivee: heureFacultative,
  depart: heureFacultative,
  motif: texteSaisi(OBLIGATOIRE, 200),
});
