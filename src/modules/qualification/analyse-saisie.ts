/** Ce que la cellule tape de la première analyse à l'orientation. */
import { z } from 'zod';
import {
  LIBELLE_DANGER,
  LIBELLE_HORS_IP,
  LIBELLE_URGENCE,
  type MotifHorsIp,
} from '#modules/informations-preoccupantes/index.ts';
import {
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  nombreSaisi,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

const LONGUEUR_RECIT = 5000;
const DELAI_REDUIT = { minimum: 1, maximum: 91 };

const sur = { id: Identifiant, version: versionSaisie };
const urgence = choixSaisi(LIBELLE_URGENCE, 'Dites l’urgence.');

export const AnalyseSaisie = z.object({ ...sur, urgence, analysteId: identifiantFacultatif() });

export const UrgenceSaisie = z.object({
  ...sur,
  urgence,
  motif: texteSaisi('Dites ce qui fait juger ainsi l’urgence.', 500),
});

export const ElementSaisie = z.object({
  ...sur,
  recuLe: jourCivilSaisi(),
  element: texteSaisi('Écrivez ce qui est nouveau.', LONGUEUR_RECIT),
  de: texteFacultatif(200),
});

export const QualificationSaisie = z
  .object({
    ...sur,
    qualifieeLe: jourCivilSaisi(),
    urgence,
    typesDanger: z
      .array(choixSaisi(LIBELLE_DANGER, 'Choisissez parmi les types de danger.'))
      .default([])
      .transform((types) => [...new Set(types)]),
    delaiReduitJours: z.preprocess(
      (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
      nombreSaisi('Indiquez un nombre de jours, de 1 à 91.', DELAI_REDUIT).nullable(),
    ),
    delaiReduitMotif: texteFacultatif(300),
    mesureJudiciaire: texteFacultatif(1000),
    /** Les mineurs dont le dossier s'ouvre, et le territoire qui les suivra. */
    ouvrir: z.array(Identifiant).default([]),
    uniteId: identifiantFacultatif(),
  })
  .refine(({ delaiReduitJours, delaiReduitMotif }) => delaiReduitJours === null || delaiReduitMotif !== null, {
    error: 'Dites pourquoi le délai est réduit.',
    path: ['delaiReduitMotif'],
  })
  .refine(({ delaiReduitJours, delaiReduitMotif }) => delaiReduitMotif === null || delaiReduitJours !== null, {
    error: 'Dites à combien de jours le délai est réduit, ou effacez le motif.',
    path: ['delaiReduitJours'],
  })
  .refine(({ ouvrir, uniteId }) => ouvrir.length === 0 || uniteId !== null, {
    error: 'Choisissez le territoire qui suivra ces enfants.',
    path: ['uniteId'],
  });
export type QualificationSaisie = z.output<typeof QualificationSaisie>;

/** Où l'on oriente, quand on écarte : à dire dans ces cas. */
const ORIENTATION_DUE: readonly MotifHorsIp[] = ['droit-commun', 'hors-departement', 'mesure-en-cours'];

export const HorsIpSaisie = z
  .object({
    ...sur,
    motifHorsIp: choixSaisi(LIBELLE_HORS_IP, 'Dites pourquoi ce n’est pas une information préoccupante.'),
    explication: texteSaisi('Expliquez en une phrase : elle se relira.', 1000),
    orientation: texteFacultatif(500),
    /** L'information ouverte dont celle-ci est un élément nouveau (IP-037). */
    rattacheeId: identifiantFacultatif(),
  })
  .refine(({ motifHorsIp, orientation }) => orientation !== null || !ORIENTATION_DUE.includes(motifHorsIp), {
    error: 'Dites vers qui elle est orientée.',
    path: ['orientation'],
  })
  .refine(({ motifHorsIp, rattacheeId }) => rattacheeId === null || motifHorsIp === 'doublon', {
    error: 'Ne se rattache à une autre qu’une information déjà reçue.',
    path: ['rattacheeId'],
  });

export const TransfertSaisie = z.object({
  ...sur,
  departementCode: z.string({ error: 'Choisissez le département.' }).regex(/^(?:\d{2,3}|2[AB])$/, {
    error: 'Choisissez le département.',
  }),
  motif: texteSaisi('Dites pourquoi elle est transférée : déménagement, résidence de l’enfant…', 500),
  transmisLe: jourCivilSaisi(),
  parentsInformesLe: jourFacultatif(),
});

export const AccuseSaisie = z.object({
  ...sur,
  accuseLe: jourCivilSaisi(),
  accuseReference: texteFacultatif(100),
});
