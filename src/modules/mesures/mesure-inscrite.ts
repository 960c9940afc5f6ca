/** Une mesure et son histoire : ce qui a été décidé, dit, exécuté, corrections comprises. */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Periode } from '#shared/periode.ts';
import type { RaisonAttente } from './attente.ts';
import type { EtatMesure } from './etat-mesure.ts';
import type { FORMES_ACCORD, MotifFin, NatureDecision } from './faits.ts';
import type { Decideur, Gardien, Groupe, Origine } from './mesure.ts';
import type { CodeMesure } from './nomenclature.ts';

/** `annulation` : une correction qui ôte ; `mainlevee` et `refus` ne couvrent aucun jour. */
export type NatureInscrite = NatureDecision | 'mainlevee' | 'refus' | 'annulation';

export type DecisionInscrite = {
  id: string;
  lotId: string;
  nature: NatureInscrite;
  le: JourCivil;
  instant: string | null;
  du: JourCivil | null;
  au: JourCivil | null;
  recueLe: JourCivil | null;
  juridiction: string | null;
  juge: string | null;
  numero: string | null;
  decideur: Decideur | null;
  lieuDecouverte: boolean;
  signataireId: string | null;
  signataire: string | null;
  arreteNumero: string | null;
  fondement: string | null;
  motifs: string | null;
  confieA: Gardien | null;
  confiePrecision: string | null;
  droitsVisite: string | null;
  rapportTousLesMois: number | null;
  sansAudition: boolean;
  corrigeId: string | null;
  correctionMotif: string | null;
  /** Une correction l'a remplacée. */
  corrigee: boolean;
  par: string | null;
  inscriteLe: string;
};

export const SENS_AVIS = { favorable: 'Favorable', reserve: 'Réservé', defavorable: 'Défavorable' } as const;
export type SensAvis = keyof typeof SENS_AVIS;
export type AvisInscrit = { id: string; sens: SensAvis; motif: string; le: JourCivil; par: string | null };

export const NATURES_ACCORD = { accord: 'Accord', refus: 'Refus', retrait: 'Retrait de l’accord' } as const;
export type NatureAccord = keyof typeof NATURES_ACCORD;
export type AccordInscrit = {
  id: string;
  nature: NatureAccord;
  forme: keyof typeof FORMES_ACCORD | null;
  de: string;
  le: JourCivil;
  precision: string | null;
  par: string | null;
};

export const NATURES_EXECUTION = {
  attente: 'Attend son exécution',
  'debut-effectif': 'Commence vraiment',
  suspension: 'Suspendue',
  reprise: 'Reprend',
  fin: 'Prend fin',
} as const;
export type NatureExecution = keyof typeof NATURES_EXECUTION;
export type ExecutionInscrite = {
  id: string;
  nature: NatureExecution;
  le: JourCivil;
  instant: string | null;
  raison: RaisonAttente | null;
  detenteurId: string | null;
  /** Qui tient la suite, son nom. */
  detenteur: string | null;
  risque: string | null;
  motif: MotifFin | null;
  precision: string | null;
  corrigeId: string | null;
  annule: boolean;
  correctionMotif: string | null;
  corrigee: boolean;
  par: string | null;
  inscriteLe: string;
};

export type MesureInscrite = {
  id: string;
  enfantId: string;
  code: CodeMesure;
  origine: Origine;
  groupe: Groupe | null;
  uniteId: string;
  unite: string;
  service: string | null;
  serviceContact: string | null;
  /** L'état de ce jour : une mesure dont le dernier jour est passé sans nouvelle décision se lit échue. */
  etat: EtatMesure;
  /** L'état écrit par le dernier acte : ce qui s'est passé avant le terme s'inscrit encore après. */
  etatInscrit: EtatMesure;
  periode: Periode | null;
  demandeeLe: JourCivil;
  decideeLe: JourCivil | null;
  debutLe: JourCivil | null;
  finieLe: JourCivil | null;
  motif: string | null;
  objectifs: string | null;
  par: string | null;
  /** Une proposition inscrite par erreur : quand, par qui, pourquoi elle ne vaut plus. */
  annulation: { le: JourCivil; par: string | null; motif: string } | null;
  version: number;
  /** De la plus ancienne à la plus récente, corrigées comprises. */
  decisions: readonly DecisionInscrite[];
  avis: readonly AvisInscrit[];
  accords: readonly AccordInscrit[];
  execution: readonly ExecutionInscrite[];
};

/** Les décisions qui valent : ni corrigées, ni annulées. */
export function listDecisionsEnVigueur({ decisions }: Pick<MesureInscrite, 'decisions'>): DecisionInscrite[] {
  return decisions.filter(({ corrigee, nature }) => !corrigee && nature !== 'annulation');
}

export function listExecutionEnVigueur({ execution }: Pick<MesureInscrite, 'execution'>): ExecutionInscrite[] {
  return execution.filter(({ corrigee, annule }) => !corrigee && !annule);
}
