/** Un contrôle, les mesures correctives qui s'ensuivent, et les faits marquants d'une crèche. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';

/** PMI-03. */
export const NATURES_CONTROLE = {
  CONFORMITE: 'Conformité avant ouverture ou extension',
  SUIVI: 'Suivi',
  INOPINE: 'Inopiné',
  SIGNALEMENT: 'Sur signalement',
  THEMATIQUE: 'Thématique',
} as const;

export const AUTORITES = {
  PMI: 'Protection maternelle et infantile',
  PREFET: 'Préfet',
  CAF: 'Caisse d’allocations familiales',
  HYGIENE: 'Hygiène alimentaire',
  COMMISSION_SECURITE: 'Commission de sécurité',
} as const;

/** PMI-06, de la plus légère à la plus lourde. */
export const NATURES_MESURE = {
  RECOMMANDATION: 'Recommandation',
  PRESCRIPTION: 'Prescription',
  MISE_EN_DEMEURE: 'Mise en demeure',
  INJONCTION: 'Injonction',
} as const;
export const NatureMesure = z.enum(Object.keys(NATURES_MESURE) as [keyof typeof NATURES_MESURE]);
export type NatureMesure = z.infer<typeof NatureMesure>;

/** PMI-07. */
export const ETATS_MESURE = {
  OUVERTE: 'Ouverte',
  PLAN_PROPOSE: 'Plan proposé',
  EN_COURS: 'En cours',
  REALISEE: 'Réalisée, à vérifier',
  VERIFIEE: 'Vérifiée',
  CLOSE: 'Close',
} as const;
export type EtatMesureCorrective = keyof typeof ETATS_MESURE;

export const ACTES_MESURE = {
  proposer: 'Proposer un plan',
  engager: 'Engager',
  realiser: 'Dire réalisée, avec la preuve',
  verifier: 'Vérifier, conforme',
  rouvrir: 'Rouvrir, vérification négative',
  clore: 'Clore',
} as const;
export type ActeMesureCorrective = keyof typeof ACTES_MESURE;

export const CATEGORIES_FAIT = {
  ENFANT: 'Enfant',
  AGENT: 'Agent',
  BATIMENT: 'Bâtiment',
  FAMILLE: 'Famille',
  SANITAIRE: 'Sanitaire',
  SURETE: 'Sûreté',
  SOCIAL: 'Social',
  MEDIA: 'Médias',
} as const;
export type CategorieFait = keyof typeof CATEGORIES_FAIT;

/** EVT-04 : ce que chacune demande se lit des paramètres (`rules/delais.ts`). */
export const GRAVITES = { '1': '1', '2': '2', '3': '3', '4': '4' } as const;

export const DESTINATAIRES = {
  TERRITOIRE: 'Responsable de territoire',
  SERVICE: 'Service petite enfance',
  DIRECTION: 'Direction générale',
  PCD: 'Président du conseil départemental (PMI)',
  FAMILLES: 'Familles',
} as const;
export type Destinataire = keyof typeof DESTINATAIRES;

/** EVT-04 : à la gravité 4, au téléphone et par écrit. */
export const MOYENS = {
  TELEPHONE: 'Au téléphone',
  PRESENCE: 'De vive voix',
  ECRIT: 'Par écrit',
} as const;
export type Moyen = keyof typeof MOYENS;

export type Information = {
  id: string;
  destinataire: Destinataire;
  le: JourCivil;
  heure: string | null;
  /** Nul : inscrite avant que le moyen se dise. */
  moyen: Moyen | null;
  version: number;
};

/** « 08:05 » : « 8 h 05 », insécable. */
export const formatHeureDite = (heure: string): string => `${Number(heure.slice(0, 2))}\u00a0h\u00a0${heure.slice(3)}`;

export type Controle = {
  id: string;
  etablissementId: string;
  uniteId: string;
  creche: string;
  jour: JourCivil;
  nature: keyof typeof NATURES_CONTROLE;
  autorite: keyof typeof AUTORITES;
  constats: string;
  version: number;
};

/** Ce qui était écrit avant qu'une personne le corrige. */
export type Correction = { id: string; le: JourCivil; motif: string; avant: Record<string, string>; par: string };

export type MesureCorrective = {
  id: string;
  etablissementId: string;
  uniteId: string;
  creche: string;
  nature: NatureMesure;
  libelle: string;
  pour: JourCivil;
  etat: EtatMesureCorrective;
  preuve: string | null;
  realiseeLe: JourCivil | null;
  verifieeLe: JourCivil | null;
  controleLe: JourCivil;
  version: number;
};

export type FaitMarquant = {
  id: string;
  etablissementId: string;
  uniteId: string;
  creche: string;
  survenuLe: JourCivil;
  heure: string | null;
  categorie: CategorieFait;
  gravite: number;
  recit: string;
  secours: boolean;
  deces: boolean;
  impact: string;
  closLe: JourCivil | null;
  informes: Information[];
  version: number;
};
