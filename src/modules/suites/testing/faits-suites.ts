import { jourCivil } from '#shared/jour-civil.ts';
import type { Decision } from '../decision.ts';
import type { MesureEnvisagee } from '../mesure-envisagee.ts';
import type { Dite, FaitsSuites, MineurDesSuites } from '../rules/faits.ts';

export const LOU: MineurDesSuites = { id: 'lou', nom: 'ESSAI Lou', evalue: true, rencontreImpossible: false };
export const TOM: MineurDesSuites = { id: 'tom', nom: 'ESSAI Tom', evalue: true, rencontreImpossible: false };

export const DECISION: Decision = {
  decision: 'classement',
  motif: 'Ni danger ni risque',
  motifEcart: null,
  decideeLe: jourCivil('2026-11-20'),
  signataireId: 'agent',
  signataire: 'LESAGE Hélène',
  arreteNumero: '2026-101',
};

/** Une information à valider, de la source « Éducation nationale », dont l'équipe propose le classement. */
export function aFaits(plus: Partial<FaitsSuites> = {}): FaitsSuites {
  return {
    etat: 'en-validation',
    categorieSource: 'professionnel',
    recueLe: jourCivil('2026-09-01'),
    transmiseLe: jourCivil('2026-08-31'),
    suitesDemandeesLe: null,
    attribueeLe: jourCivil('2026-09-05'),
    evaluationDebuteeLe: jourCivil('2026-09-10'),
    decideeLe: null,
    mineurs: [LOU, TOM],
    rapport: {
      conclusion: 'risque',
      proposition: 'classement',
      argumentaire: null,
      evaluationImpossible: false,
      valideLe: jourCivil('2026-11-18'),
    },
    decision: null,
    mesures: [],
    signalements: [],
    dites: [],
    ...plus,
  };
}

export function aDecidee(decision: Decision['decision'], plus: Partial<FaitsSuites> = {}): FaitsSuites {
  return aFaits({ etat: 'decidee', decideeLe: DECISION.decideeLe, decision: { ...DECISION, decision }, ...plus });
}

export function aDite(plus: Partial<Dite> = {}): Dite {
  return {
    id: 'dite',
    objet: 'source',
    aQui: 'source',
    precisionQui: null,
    signalementId: null,
    le: jourCivil('2026-11-20'),
    forme: 'courrier',
    dispenseMotif: null,
    par: null,
    ...plus,
  };
}

export function aMesure(plus: Partial<MesureEnvisagee> = {}): MesureEnvisagee {
  return { id: 'aed-lou', mineurId: 'lou', nature: 'aed', accord: 'a-recueillir', accordLe: null, version: 1, ...plus };
}
