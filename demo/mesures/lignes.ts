import type { EtatMesure } from '#modules/mesures/index.ts';
import type { Lot } from '../lignes.ts';

/** Les lignes que produit le générateur des mesures, colonne par colonne. */
export type LigneMesure = {
  id: string;
  enfantId: string;
  code: string;
  uniteId: string;
  service: string | null;
  serviceContact: string | null;
  etat: EtatMesure;
  demandeeLe: string;
  motif: string | null;
  objectifs: string | null;
  periode: string | null;
  decideeLe: string | null;
  debutLe: string | null;
  finieLe: string | null;
  creePar: string | null;
  creeLe: string;
  version: number;
};
export type LigneDecision = {
  id: string;
  mesureId: string;
  lotId: string;
  nature: 'initiale' | 'renouvellement' | 'prorogation' | 'modification' | 'mainlevee' | 'refus';
  le: string;
  instant: string | null;
  du: string | null;
  au: string | null;
  recueLe: string | null;
  juridiction: string | null;
  juge: string | null;
  numero: string | null;
  decideur: string | null;
  signataireId: string | null;
  arreteNumero: string | null;
  motifs: string | null;
  confieA: string | null;
  droitsVisite: string | null;
  rapportTousLesMois: number | null;
  sansAudition: boolean;
  corrigeId: string | null;
  correctionMotif: string | null;
  parId: string | null;
  inscriteLe: string;
};
export type LigneAvis = {
  id: string;
  mesureId: string;
  sens: 'favorable' | 'reserve' | 'defavorable';
  motif: string;
  le: string;
  parId: string | null;
  inscritLe: string;
};
export type LigneAccord = {
  id: string;
  mesureId: string;
  nature: 'accord' | 'refus' | 'retrait';
  forme: 'ecrit' | 'oral' | null;
  par: string;
  le: string;
  precision: string | null;
  parId: string | null;
  inscritLe: string;
};
export type LigneExecution = {
  id: string;
  mesureId: string;
  nature: 'attente' | 'debut-effectif' | 'suspension' | 'reprise' | 'fin';
  le: string;
  instant: string | null;
  raison: string | null;
  detenteurId: string | null;
  detenteur: string | null;
  risque: string | null;
  motif: string | null;
  parId: string | null;
  inscriteLe: string;
};
export type LigneActe = {
  id: string;
  enfantId: string;
  mesureId: string | null;
  type: string;
  le: string;
  instant: string | null;
  donnees: string;
  parId: string | null;
  inscritLe: string;
};

export type LignesMesures = {
  mesures: LigneMesure[];
  decisions: LigneDecision[];
  avis: LigneAvis[];
  accords: LigneAccord[];
  executions: LigneExecution[];
  actes: LigneActe[];
};

export const createLignesMesures = (): LignesMesures => ({
  mesures: [],
  decisions: [],
  avis: [],
  accords: [],
  executions: [],
  actes: [],
});

/** Les fins d'abord : deux mesures qui se suivent ne se chevauchent à aucun moment de l'écriture. */
export function listLotsMesures(l: LignesMesures): Lot[] {
  const isFin = ({ nature }: LigneExecution) => nature === 'fin';
  return [
    { table: 'mesures.mesure', lignes: l.mesures },
    { table: 'mesures.decision', lignes: l.decisions },
    { table: 'mesures.avis', lignes: l.avis },
    { table: 'mesures.accord', lignes: l.accords },
    { table: 'mesures.execution', lignes: [...l.executions.filter(isFin), ...l.executions.filter((e) => !isFin(e))] },
    { table: 'mesures.acte', lignes: l.actes },
  ];
}
