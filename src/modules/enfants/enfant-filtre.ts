import { z } from 'zod';
import type { Identite } from '#modules/personnes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { StatutCode } from './statut.ts';

/** Tranches d'âge de la liste, bornes comprises, en années accomplies. */
export const TRANCHES = {
  '0-2': 'moins de 3 ans',
  '3-5': '3 à 5 ans',
  '6-10': '6 à 10 ans',
  '11-14': '11 à 14 ans',
  '15-17': '15 à 17 ans',
  '18-20': '18 à 20 ans',
  inconnu: 'âge inconnu',
} as const;
export type Tranche = keyof typeof TRANCHES;

const texte = z.string().trim().catch('');

/** Ce qu'on demande à la liste ; un champ illisible est ignoré. */
export const EnfantFiltre = z.object({
  q: texte.default(''),
  unite: texte
    .pipe(z.union([z.uuid(), z.literal('')]))
    .catch('')
    .default(''),
  referent: texte
    .pipe(z.union([z.uuid(), z.literal('')]))
    .catch('')
    .default(''),
  statut: z
    .union([StatutCode, z.literal('')])
    .catch('')
    .default(''),
  age: z
    .union([z.enum(Object.keys(TRANCHES) as [Tranche, ...Tranche[]]), z.literal('')])
    .catch('')
    .default(''),
  /** « sans-referent », « restreint » ou « clos ». */
  vue: z.enum(['', 'sans-referent', 'restreint', 'clos']).catch('').default(''),
  tri: z.enum(['nom', 'age', 'referent', 'unite', 'numero', 'depuis']).catch('nom').default('nom'),
  sens: z.enum(['asc', 'desc']).catch('asc').default('asc'),
});
export type EnfantFiltre = z.infer<typeof EnfantFiltre>;

export type EnfantLigne = Identite & {
  id: string;
  numero: string;
  restreint: boolean;
  ouvertLe: JourCivil;
  referentId: string | null;
  referent: string | null;
  /** Ni référent, ni évaluateur, ni équipe ce jour. */
  sansSuivi: boolean;
  unite: string | null;
  statut: StatutCode | null;
};
