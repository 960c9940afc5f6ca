/**
 * Les états d'une mesure et les actes qui en font changer (référentiel §3.4).
 *
 * Ce que dit le texte : une prestation se demande, se propose, s'accorde et se décide (CASF L223-1, L223-2) ; une mesure judiciaire
 * se reçoit, décidée ; l'une et l'autre s'exécutent, se suspendent, se renouvellent et finissent ; échue sans décision, une mesure
 * cesse (C. civ. 375, MES-027).
 * Comment il est lu ici : une table état × acte, lue par les boutons et par les commandes. Renouveler une mesure échue reste ouvert
 * à une décision prise avant son terme et reçue après : la règle du renouvellement en juge par la date. Un état final ne se rouvre
 * pas. Modifier une décision (droits de visite, lieu) ne change pas l'état.
 * Non traité : la demande de mainlevée en cours d'instruction.
 */
import type { EtatMesure } from '../etat-mesure.ts';
import type { Origine } from '../mesure.ts';

export const ACTES_MESURE = {
  proposer: 'Proposer la prestation',
  'recueillir-accord': 'Inscrire l’accord',
  refuser: 'Refuser la prestation',
  decider: 'Décider la prestation',
  recevoir: 'Inscrire la décision judiciaire reçue',
  attendre: 'Dire ce qu’elle attend',
  debuter: 'Inscrire le début effectif',
  suspendre: 'Suspendre',
  reprendre: 'Reprendre',
  'preparer-renouvellement': 'Préparer le renouvellement',
  renouveler: 'Renouveler',
  modifier: 'Modifier la décision',
  terminer: 'Mettre fin',
  lever: 'Inscrire la mainlevée',
  'constater-echeance': 'Constater l’échéance sans décision',
  transferer: 'Transférer à un autre département',
  annuler: 'Annuler l’inscription',
} as const;
export type ActeMesure = keyof typeof ACTES_MESURE;

/** Les actes propres à une origine : une prestation se décide, une décision judiciaire se reçoit. */
const ORIGINE_DE: Partial<Record<ActeMesure, Origine>> = {
  proposer: 'administrative',
  'recueillir-accord': 'administrative',
  refuser: 'administrative',
  decider: 'administrative',
  recevoir: 'judiciaire',
  lever: 'judiciaire',
};

type Suites = Partial<Record<ActeMesure, EtatMesure>>;
const AVANT_DECISION: Suites = { decider: 'decidee', recevoir: 'decidee', refuser: 'refusee', annuler: 'annulee' };
const FINS: Suites = {
  terminer: 'terminee',
  lever: 'mainlevee',
  'constater-echeance': 'echue-sans-decision',
  transferer: 'transferee',
};
const EN_COURS: Suites = {
  'preparer-renouvellement': 'en-renouvellement',
  renouveler: 'renouvelee',
  suspendre: 'suspendue',
  ...FINS,
};

/** Pour chaque état, les actes permis et l'état qui suit ; celui qu'on attend d'abord vient en premier. */
export const TRANSITIONS: Record<EtatMesure, Suites> = {
  demandee: { proposer: 'proposee', 'recueillir-accord': 'accord-recueilli', ...AVANT_DECISION },
  proposee: { 'recueillir-accord': 'accord-recueilli', ...AVANT_DECISION },
  'accord-recueilli': AVANT_DECISION,
  decidee: {
    debuter: 'en-cours',
    attendre: 'en-attente-execution',
    modifier: 'decidee',
    ...FINS,
    annuler: 'annulee',
  },
  'en-attente-execution': {
    debuter: 'en-cours',
    attendre: 'en-attente-execution',
    modifier: 'en-attente-execution',
    renouveler: 'en-attente-execution',
    ...FINS,
    annuler: 'annulee',
  },
  'en-cours': { ...EN_COURS, modifier: 'en-cours' },
  suspendue: { reprendre: 'en-cours', renouveler: 'suspendue', modifier: 'suspendue', ...FINS },
  'en-renouvellement': { renouveler: 'renouvelee', suspendre: 'suspendue', modifier: 'en-renouvellement', ...FINS },
  renouvelee: { ...EN_COURS, modifier: 'renouvelee' },
  'echue-sans-decision': { renouveler: 'renouvelee', terminer: 'terminee', lever: 'mainlevee' },
  terminee: {},
  mainlevee: {},
  transferee: {},
  refusee: {},
  annulee: {},
};

/** L'état après cet acte ; indéfini s'il n'est pas permis dans cet état, ou pour une mesure de cette origine. */
export function findEtatSuivant(etat: EtatMesure, acte: ActeMesure, origine: Origine): EtatMesure | undefined {
  return isDeLOrigine(acte, origine) ? TRANSITIONS[etat][acte] : undefined;
}

/** Les actes permis, celui qu'on attend d'abord en premier. */
export function listActesMesure(etat: EtatMesure, origine: Origine): ActeMesure[] {
  return (Object.keys(TRANSITIONS[etat]) as ActeMesure[]).filter((acte) => isDeLOrigine(acte, origine));
}

export function isEtatFinal(etat: EtatMesure): boolean {
  return Object.keys(TRANSITIONS[etat]).length === 0;
}

/** L'enfant en bénéficie, ou en attend l'exécution. */
export function isEtatActif(etat: EtatMesure): boolean {
  return TRANSITIONS[etat]['constater-echeance'] !== undefined;
}

function isDeLOrigine(acte: ActeMesure, origine: Origine): boolean {
  return ORIGINE_DE[acte] === undefined || ORIGINE_DE[acte] === origine;
}
