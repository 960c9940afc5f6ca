/** Ce qu'on demande à la liste des signalements, et ce qu'elle montre d'une ligne. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { EtatSignalement, MotifSaisine } from './signalement.ts';

export const VUES_SIGNALEMENT = {
  'en-cours': 'En cours',
  'a-signer': 'À signer',
  'a-envoyer': 'Signés, à envoyer',
  'sans-reponse': 'En attente du parquet',
  'a-relancer': 'Parquet à relancer',
  finis: 'Suites connues ou abandonnés',
  tous: 'Tous',
} as const;
export type VueSignalement = keyof typeof VUES_SIGNALEMENT;

export const ETATS_DE_LA_VUE: Record<VueSignalement, readonly EtatSignalement[]> = {
  'en-cours': ['brouillon', 'valide', 'envoye', 'accuse'],
  'a-signer': ['brouillon'],
  'a-envoyer': ['valide'],
  'sans-reponse': ['envoye', 'accuse'],
  'a-relancer': ['envoye', 'accuse'],
  finis: ['suites-connues', 'abandonne'],
  tous: ['brouillon', 'valide', 'envoye', 'accuse', 'suites-connues', 'abandonne'],
};

/** Un champ illisible est ignoré. */
export const SignalementFiltre = z.object({
  vue: z.enum(Object.keys(VUES_SIGNALEMENT) as [VueSignalement, ...VueSignalement[]]).catch('en-cours'),
  unite: z.union([z.uuid(), z.literal('')]).catch(''),
  tri: z.enum(['age', 'etat', 'unite']).catch('age'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type SignalementFiltre = z.infer<typeof SignalementFiltre>;

export type SignalementLigne = {
  id: string;
  informationId: string;
  numero: string;
  etat: EtatSignalement;
  urgent: boolean;
  motif: MotifSaisine;
  unite: string;
  creeLe: string;
  valideLe: JourCivil | null;
  envoyeA: string | null;
  relanceLe: JourCivil | null;
  suitesLe: JourCivil | null;
  mineurs: readonly { rang: number; nom: string | null; prenom: string | null }[];
};
