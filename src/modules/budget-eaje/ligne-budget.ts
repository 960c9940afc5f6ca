/** Une ligne budgétaire de crèche, ce qui s'y engage et s'y mandate, ce que ses prestataires font. Montants en centimes. */
import type { JourCivil } from '#shared/jour-civil.ts';

/** DEP-01. L'imputation proposée est d'usage (M57) : à confirmer par la direction des finances. */
export const NATURES_LIGNE = {
  ENTRETIEN: 'Entretien',
  PEDAGOGIE: 'Jeux et pédagogie',
  PHARMACIE: 'Petite pharmacie',
  ALIMENTATION: 'Alimentation d’appoint',
  MENAGE: 'Ménage externalisé',
  INTERIM: 'Intérim',
  FLUIDES: 'Fluides',
  AUTRE: 'Autre',
} as const;
export type NatureLigne = keyof typeof NATURES_LIGNE;

/** Celles où un prestataire vient : son service fait s'atteste (PRS-01). */
export const NATURES_PRESTATION = ['MENAGE', 'INTERIM'] as const;
export type NaturePrestation = (typeof NATURES_PRESTATION)[number];
export const isPrestation = (nature: NatureLigne): nature is NaturePrestation =>
  nature === 'MENAGE' || nature === 'INTERIM';

export const SUITES_ARBITRAGE = {
  MODIFIER: 'Changer le budget de la ligne',
  FREINER: 'Freiner : différer ou renoncer à des dépenses',
  ASSUMER: 'Assumer l’écart, sans changer le budget',
} as const;
export type SuiteArbitrage = keyof typeof SUITES_ARBITRAGE;

/** Ce qu'une ligne a reçu ; de quoi calculer son rythme. */
export type SommesLigne = Readonly<{
  budgetCentimes: number;
  engageCentimes: number;
  mandateCentimes: number;
  /** Engagé et pas encore mandaté, engagement par engagement. */
  resteAMandaterCentimes: number;
  /** La part de l'engagé qui se répète : hors des engagements de tout l'exercice. */
  repeteCentimes: number;
}>;

export type LigneBudget = SommesLigne &
  Readonly<{
    id: string;
    etablissementId: string;
    uniteId: string;
    creche: string;
    territoireId: string | null;
    territoire: string | null;
    exercice: number;
    nature: NatureLigne;
    libelle: string;
    imputation: string | null;
    /** L'unité qui la tient ; nul : la crèche. */
    serviceId: string | null;
    service: string | null;
    du: JourCivil;
    version: number;
  }>;

export type Engagement = Readonly<{
  id: string;
  ligneId: string;
  jour: JourCivil;
  objet: string;
  centimes: number;
  pourExercice: boolean;
  depassement: string | null;
  mandateCentimes: number;
  annuleLe: JourCivil | null;
  annulation: string | null;
  par: string;
  version: number;
}>;

export type Mandatement = Readonly<{
  id: string;
  engagementId: string;
  jour: JourCivil;
  reference: string;
  centimes: number;
  annuleLe: JourCivil | null;
  annulation: string | null;
  version: number;
}>;

export type ServiceFait = Readonly<{
  id: string;
  ligneId: string;
  nature: NaturePrestation;
  mois: JourCivil;
  dues: number | null;
  faites: number | null;
  conformes: number | null;
  montantCentimes: number | null;
  demande: string | null;
  accordLe: JourCivil | null;
  minutesCommandees: number | null;
  minutesRealisees: number | null;
  minutesFacturees: number | null;
  ecartQualification: string | null;
  attesteLe: JourCivil | null;
  attestePar: string | null;
  attesteParId: string | null;
  version: number;
}>;

/** Ce qui était attesté avant qu'une personne le corrige. */
export type ConstatRemplace = Readonly<{
  id: string;
  le: JourCivil;
  motif: string;
  par: string;
  avant: Readonly<Record<string, string>>;
  avantAttesteLe: JourCivil;
  avantAttestePar: string;
}>;
