/**
 * Qualifier une information, ou l'écarter.
 *
 * Ce que dit le texte : la cellule dit si l'information est préoccupante au sens de R226-2-2 ; un danger grave et immédiat fait saisir
 * l'autorité judiciaire (CASF D226-2-4 I) ; l'évaluation est achevée dans les trois mois, délai réduit si un mineur a moins de deux ans
 * ou si le danger le veut (D226-2-4 II).
 * Comment il est lu ici : qualifier nomme au moins un danger ; un mineur de moins de deux ans oblige à réduire le délai, un enfant à
 * naître y invite ; un danger grave et immédiat ne s'écarte pas, l'urgence se revoit d'abord. Une mesure judiciaire en cours se dit et
 * n'arrête rien (IP-035).
 * Non traité : la nature du danger qui réduirait le délai, que le texte ne chiffre pas : qui qualifie en décide et le motive.
 */
import {
  CASF_D226_2_4_I,
  CASF_D226_2_4_II,
  CASF_R226_2_2,
  IP_035,
  isDelaiReduitDu,
  type Urgence,
} from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';

type MineurVu = { dateNaissance: JourCivil | null; ageEstime: number | null; aNaitre: boolean };

/** Une information préoccupante nomme ce que l'enfant risque. */
export function evaluateDangers(typesDanger: readonly string[]): Verdict {
  if (typesDanger.length > 0) return accepte();
  return oppose('Une information préoccupante dit quel danger, ou risque de danger, l’enfant court.', [CASF_R226_2_2]);
}

/** On qualifie après avoir reçu, et pas à l'avance. */
export function evaluateJourQualification(qualifieeLe: JourCivil, recueLe: JourCivil, jour: JourCivil): Verdict {
  if (qualifieeLe >= recueLe && qualifieeLe <= jour) return accepte();
  const reception = formatJour(recueLe, 'long');
  return oppose(`La qualification suit la réception (${reception}) et n’est pas à venir.`, [CASF_D226_2_4_I]);
}

/** Un mineur de moins de deux ans à la réception oblige à réduire le délai (IP-011). */
export function evaluateDelaiReduit(
  delaiReduitJours: number | null,
  mineurs: readonly MineurVu[],
  recueLe: JourCivil,
): Verdict {
  if (delaiReduitJours !== null || !isDelaiReduitDu(listNes(mineurs), recueLe)) return accepte();
  return oppose('Un mineur du foyer a moins de deux ans : le délai d’évaluation est réduit.', [CASF_D226_2_4_II]);
}

/** IP-035 : une mesure en cours se dit ; rien n'empêche d'évaluer si on l'a décidé. */
export function evaluateMesureEnCours(mesureJudiciaire: string | null): Verdict {
  if (mesureJudiciaire === null) return accepte();
  return oppose(
    'Une mesure judiciaire est en cours : transmettre à l’autorité judiciaire et au service qui l’exerce avant d’évaluer à côté.',
    [IP_035],
  );
}

/** Le délai réduit qu'on propose, et pourquoi ; nul si rien n'y invite. */
export function findDelaiReduit(
  mineurs: readonly MineurVu[],
  recueLe: JourCivil,
  joursDuDepartement: number,
): { jours: number; motif: string } | null {
  if (isDelaiReduitDu(listNes(mineurs), recueLe))
    return { jours: joursDuDepartement, motif: 'Un mineur du foyer a moins de deux ans' };
  if (mineurs.some(({ aNaitre }) => aNaitre)) return { jours: joursDuDepartement, motif: 'Un enfant est à naître' };
  return null;
}

/** Cette information peut-elle être écartée ? */
export function evaluateHorsIp({ urgence }: { urgence: Urgence }): Verdict {
  return urgence === 'immediate'
    ? oppose('Un danger grave et immédiat ne s’écarte pas : revoyez d’abord l’urgence.', [CASF_D226_2_4_I])
    : accepte();
}

const listNes = (mineurs: readonly MineurVu[]) => mineurs.filter(({ aNaitre }) => !aNaitre);
