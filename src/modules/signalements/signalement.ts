/** Le signalement : l'écrit au procureur de la République aux fins de saisine du juge des enfants (CASF L226-4). */
import type { JourCivil } from '#shared/jour-civil.ts';

export const LIBELLE_ETAT_SIGNALEMENT = {
  brouillon: 'En rédaction',
  valide: 'Signé, à envoyer',
  envoye: 'Envoyé',
  accuse: 'Reçu par le parquet',
  'suites-connues': 'Suites connues',
  abandonne: 'Abandonné',
} as const;
export type EtatSignalement = keyof typeof LIBELLE_ETAT_SIGNALEMENT;

/** IP-030 (1° à 3° de L226-4 I) et IP-031. */
export const LIBELLE_MOTIF_SAISINE = {
  'echec-prestations': 'Des prestations déjà menées n’ont pas remédié à la situation',
  'refus-famille': 'La famille refuse l’intervention du service',
  'impossibilite-collaborer': 'La famille est dans l’impossibilité de collaborer',
  'danger-grave-immediat': 'Danger grave et immédiat, notamment maltraitance',
  'evaluation-impossible': 'Danger présumé, mais impossible à évaluer',
} as const;
export type MotifSaisine = keyof typeof LIBELLE_MOTIF_SAISINE;

export const LIBELLE_DEMANDE = {
  mjie: 'Investigation éducative (MJIE)',
  aemo: 'Action éducative en milieu ouvert (AEMO)',
  'aemo-renforcee': 'AEMO renforcée ou avec hébergement',
  opp: 'Placement provisoire en urgence (OPP)',
  placement: 'Accueil confié à l’aide sociale à l’enfance',
  mjagbf: 'Aide à la gestion du budget familial (MJAGBF)',
  'administrateur-ad-hoc': 'Désignation d’un administrateur ad hoc',
  enquete: 'Enquête pénale',
} as const;
export type DemandeParquet = keyof typeof LIBELLE_DEMANDE;

export const LIBELLE_MOYEN = {
  plateforme: 'Plateforme d’échange avec le parquet',
  courriel: 'Courriel',
  courrier: 'Courrier',
  'main-propre': 'Remis en main propre',
  'telephone-confirme': 'Téléphone, confirmé par écrit',
} as const;
export type MoyenEnvoi = keyof typeof LIBELLE_MOYEN;

export const LIBELLE_SUITES_PARQUET = {
  'saisine-juge': 'Le juge des enfants est saisi',
  opp: 'Placement provisoire ordonné',
  enquete: 'Enquête ouverte',
  classement: 'Classé sans suite',
  'retour-administratif': 'Renvoyé à une intervention administrative',
  autre: 'Autre suite',
} as const;
export type NatureSuitesParquet = keyof typeof LIBELLE_SUITES_PARQUET;

export const AUTORITE_PAR_DEFAUT = 'Procureur de la République, parquet des mineurs';

export type Signalement = {
  id: string;
  etat: EtatSignalement;
  urgent: boolean;
  autorite: string;
  motif: MotifSaisine;
  actionsMenees: string | null;
  demandes: DemandeParquet[];
  argumentaire: string | null;
  moyen: MoyenEnvoi | null;
  valideLe: JourCivil | null;
  signataire: string | null;
  arreteNumero: string | null;
  envoyeA: string | null;
  accuseLe: JourCivil | null;
  relanceLe: JourCivil | null;
  suitesLe: JourCivil | null;
  suites: string | null;
  suitesNature: NatureSuitesParquet | null;
  motifAbandon: string | null;
  ditLe: JourCivil | null;
  creeLe: string;
  creePar: string | null;
  version: number;
};
