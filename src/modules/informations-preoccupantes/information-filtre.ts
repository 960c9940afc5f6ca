/** Ce qu'on demande à la liste des informations, et ce qu'elle montre d'une ligne. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import { EtatInformation, LIBELLE_SOURCE, LIBELLE_URGENCE, type SourceIp, type Urgence } from './information.ts';

/** Les files de travail : chacune est un ensemble d'états, ou une question de délai. */
export const VUES = {
  'en-cours': 'En cours',
  'a-trier': 'À trier',
  'a-attribuer': 'À attribuer',
  'en-evaluation': 'En évaluation',
  'a-valider': 'À valider ou décider',
  'a-clore': 'Décidées, à clore',
  'en-retard': 'En retard sur les trois mois',
  remises: 'Rapports remis depuis un an',
  closes: 'Closes',
  toutes: 'Toutes',
} as const;
export type Vue = keyof typeof VUES;

export const ETATS_DE_LA_VUE: Partial<Record<Vue, readonly EtatInformation[]>> = {
  'a-trier': ['recue', 'en-premiere-analyse'],
  'a-attribuer': ['qualifiee'],
  'en-evaluation': ['attribuee', 'en-evaluation', 'suspendue'],
  'a-valider': ['rapport-remis', 'en-validation'],
  'a-clore': ['decidee'],
};

/** Âge d'une évaluation ouverte, en jours depuis la réception : [au moins, moins de[. */
export const TRANCHES_AGE = {
  '0-30': 'moins d’un mois',
  '30-60': 'un à deux mois',
  '60-92': 'deux à trois mois',
  '92-183': 'trois à six mois',
  '183-9999': 'plus de six mois',
} as const;
export type TrancheAge = keyof typeof TRANCHES_AGE;

/** Où en est le rapport : validé, il attend que l'on décide des suites. */
export const RAPPORTS = {
  valide: 'rapport validé',
  attendu: 'rapport à valider',
  'en-cours': 'évaluation en cours',
} as const;

/** Celles d'un autre : on ne valide pas ce qu'on a évalué, et l'on suit ses propres analyses et évaluations ailleurs. */
export const HORS = {
  analysees: 'hors de celles que j’analyse',
  equipe: 'hors de celles que j’évalue',
  evaluees: 'hors de celles que j’ai évaluées',
} as const;

/** L'unité demandée, sans celles qui en dépendent. */
export const ETENDUES = { seule: 'cette unité seule' } as const;

export const DELAIS = { tenu: 'dans le délai', depasse: 'hors délai' } as const;

const facultatif = <S extends z.ZodType>(schema: S) => z.union([schema, z.literal('')]).catch('');
const codes = <C extends string>(table: Readonly<Record<C, unknown>>) => z.enum(Object.keys(table) as [C, ...C[]]);

/** Un champ illisible est ignoré. */
export const InformationFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  vue: codes(VUES).catch('en-cours'),
  etat: facultatif(EtatInformation),
  unite: facultatif(z.uuid()),
  evaluateur: facultatif(z.uuid()),
  enfant: facultatif(z.uuid()),
  source: facultatif(codes(LIBELLE_SOURCE)),
  urgence: facultatif(codes(LIBELLE_URGENCE)),
  age: facultatif(codes(TRANCHES_AGE)),
  delai: facultatif(codes(DELAIS)),
  rapport: facultatif(codes(RAPPORTS)),
  hors: facultatif(codes(HORS)),
  etendue: facultatif(codes(ETENDUES)),
  tri: z.enum(['echeance', 'recue', 'numero', 'etat', 'unite', 'duree']).catch('echeance'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type InformationFiltre = z.infer<typeof InformationFiltre>;

export type InformationLigne = {
  id: string;
  numero: string;
  etat: EtatInformation;
  urgence: Urgence;
  recueA: string;
  recueLe: JourCivil;
  source: SourceIp;
  unite: string;
  communeNom: string | null;
  /** Terme de l'évaluation ; celui de la loi tant que rien n'est qualifié. */
  terme: JourCivil;
  rapportRemisLe: JourCivil | null;
  closeLe: JourCivil | null;
  mineurs: readonly { rang: number; nom: string | null; prenom: string | null }[];
  equipe: readonly string[];
};
