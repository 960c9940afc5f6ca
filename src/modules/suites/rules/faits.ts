/** Les faits d'une information que lisent les règles des suites. */
import type { Conclusion, Proposition } from '#modules/evaluations/index.ts';
import type {
  AQui,
  CategorieSource,
  EtatInformation,
  FormeDite,
  ObjetDit,
} from '#modules/informations-preoccupantes/index.ts';
import type { Signalement } from '#modules/signalements/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Decision } from '../decision.ts';
import type { MesureEnvisagee } from '../mesure-envisagee.ts';

export type Dite = {
  id: string;
  objet: ObjetDit;
  aQui: AQui;
  precisionQui: string | null;
  signalementId: string | null;
  le: JourCivil;
  forme: FormeDite | null;
  dispenseMotif: string | null;
  par: string | null;
};

export type RapportValide = {
  conclusion: Conclusion | null;
  proposition: Proposition | null;
  argumentaire: string | null;
  evaluationImpossible: boolean;
  valideLe: JourCivil | null;
};

export type MineurDesSuites = {
  id: string;
  nom: string;
  /** Il a son volet au rapport (IP-012). */
  evalue: boolean;
  /** L'équipe n'a pas pu le rencontrer (IP-019). */
  rencontreImpossible: boolean;
};

export type FaitsSuites = {
  etat: EtatInformation;
  categorieSource: CategorieSource;
  recueLe: JourCivil;
  transmiseLe: JourCivil;
  suitesDemandeesLe: JourCivil | null;
  attribueeLe: JourCivil | null;
  evaluationDebuteeLe: JourCivil | null;
  decideeLe: JourCivil | null;
  mineurs: readonly MineurDesSuites[];
  rapport: RapportValide;
  decision: Decision | null;
  mesures: readonly MesureEnvisagee[];
  signalements: readonly Signalement[];
  dites: readonly Dite[];
};
