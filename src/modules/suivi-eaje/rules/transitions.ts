/**
 * Les états d'une mesure corrective (PMI-07, pratique) : qui l'a ouverte la suit jusqu'à la vérification.
 * Une réalisation se prouve ; une vérification négative rouvre. Une mesure close ne bouge plus.
 */
import type { ActeMesureCorrective, EtatMesureCorrective } from '../suite.ts';

export const TRANSITIONS: Record<
  EtatMesureCorrective,
  Readonly<Partial<Record<ActeMesureCorrective, EtatMesureCorrective>>>
> = {
  OUVERTE: { proposer: 'PLAN_PROPOSE', engager: 'EN_COURS', realiser: 'REALISEE' },
  PLAN_PROPOSE: { engager: 'EN_COURS', realiser: 'REALISEE' },
  EN_COURS: { realiser: 'REALISEE' },
  REALISEE: { verifier: 'VERIFIEE', rouvrir: 'EN_COURS' },
  VERIFIEE: { clore: 'CLOSE', rouvrir: 'EN_COURS' },
  CLOSE: {},
};

export function findEtatSuivant(
  etat: EtatMesureCorrective,
  acte: ActeMesureCorrective,
): EtatMesureCorrective | undefined {
  return TRANSITIONS[etat][acte];
}

/** Ouverte pour qui compte les retards : ni réalisée, ni close. */
export function isAFaire(etat: EtatMesureCorrective): boolean {
  return etat === 'OUVERTE' || etat === 'PLAN_PROPOSE' || etat === 'EN_COURS';
}
