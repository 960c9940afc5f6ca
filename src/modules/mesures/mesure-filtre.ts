/** Ce qu'on demande aux listes de mesures, et ce qu'elles montrent d'une ligne. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { RaisonAttente } from './attente.ts';
import { ETATS_MESURE, type EtatMesure } from './etat-mesure.ts';
import { ORIGINES, type Origine } from './mesure.ts';
import { CodeMesure } from './nomenclature.ts';

export const VUES_MESURES = {
  'en-cours': 'En cours',
  'a-decider': 'Demandées, à décider',
  'ordonnees-pas-executees': 'Ordonnées, pas exécutées',
  echues: 'Échues sans décision',
  finies: 'Finies',
  toutes: 'Toutes',
} as const;
export type VueMesures = keyof typeof VUES_MESURES;

/** Le dernier jour couvert tombe d'ici tant de jours. */
export const HORIZONS = { 30: 'D’ici 30 jours', 90: 'D’ici 90 jours', 180: 'D’ici six mois' } as const;

function parmi<C extends string>(libelles: Readonly<Record<C, unknown>>) {
  return z.union([z.enum(Object.keys(libelles) as [C, ...C[]]), z.literal('')]).catch('');
}
const uuidOuRien = z.union([z.uuid(), z.literal('')]).catch('');
const texte = z.string().trim().max(100).catch('');

/** Le filtre des mesures dont aucun service n'est encore désigné. */
export const SANS_SERVICE = 'sans-service';

/** Un champ illisible est ignoré. */
export const MesureFiltre = z.object({
  vue: z.enum(Object.keys(VUES_MESURES) as [VueMesures, ...VueMesures[]]).catch('en-cours'),
  q: texte,
  etat: parmi(ETATS_MESURE),
  code: z.union([CodeMesure, z.literal('')]).catch(''),
  origine: parmi(ORIGINES),
  unite: uuidOuRien,
  service: texte,
  finit: z.enum(['', '30', '90', '180']).catch(''),
  tri: z.enum(['enfant', 'code', 'etat', 'unite', 'service', 'demandee', 'decidee', 'terme']).catch('terme'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type MesureFiltre = z.infer<typeof MesureFiltre>;

export type MesureLigne = {
  id: string;
  enfantId: string;
  numero: string;
  restreint: boolean;
  nom: string;
  nomUsage: string | null;
  prenom: string;
  dateNaissance: JourCivil | null;
  code: string;
  origine: Origine;
  /** L'état de ce jour : une mesure échue se lit échue. */
  etat: EtatMesure;
  du: JourCivil | null;
  /** Dernier jour couvert ; nul : sans fin connue. */
  au: JourCivil | null;
  uniteId: string;
  unite: string;
  service: string | null;
  demandeeLe: JourCivil;
  decideeLe: JourCivil | null;
  debutLe: JourCivil | null;
  finieLe: JourCivil | null;
};

export const AttenteFiltre = MesureFiltre.pick({
  q: true,
  code: true,
  origine: true,
  unite: true,
  service: true,
}).extend({
  tri: z.enum(['attente', 'enfant', 'code', 'unite', 'service']).catch('attente'),
  sens: z.enum(['asc', 'desc']).catch('desc'),
});
export type AttenteFiltre = z.infer<typeof AttenteFiltre>;

/** Une mesure ordonnée et pas commencée : depuis combien de temps, pourquoi, qui tient la suite, ce que l'enfant risque. */
export type AttenteLigne = MesureLigne & {
  decideeLe: JourCivil;
  /** De la décision à ce jour, en jours. */
  attente: number;
  raison: RaisonAttente | null;
  raisonDepuis: JourCivil | null;
  detenteur: string | null;
  risque: string | null;
};

/**
 * Un chiffre du tableau ; la liste qu'il ouvre se filtre par `id`. Un territoire compte ses sites, comme le fait le filtre. Nul : portée
 * hors de tout territoire, aucun filtre ne la rend seule.
 */
export type AttenteComptee = { id: string | null; nom: string; nombre: number; plusLongue: number };
export type AttentesComptees = {
  nombre: number;
  plusLongue: number;
  parUnite: readonly AttenteComptee[];
  parService: readonly AttenteComptee[];
};
