/**
 * CON-002 : un enfant suivi ne reste pas sans référent.
 *
 * Ce que dit la règle : aucun texte ne fixe de délai ; la pratique relevée dans les fiches de poste est une alerte au-delà
 * de quinze jours sans référent actif. Le PPE nomme le référent (CASF L223-1-1).
 * Comment elle est lue ici : quinze jours après le premier jour sans référent (ouverture du dossier, ou lendemain de la fin
 * de la dernière mission de référent), sans report.
 * L'équipe d'un service (AEMO) ou les évaluateurs répondent de l'enfant : il n'est alors pas sans suivi.
 * Non traité : l'absence longue d'un référent en titre.
 */
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

export const CON_002: TexteLegal = {
  code: 'Référentiel',
  article: 'CON-002',
  source: 'Référentiel protection de l’enfance §11, pratique locale',
  confiance: 'local',
};

const JOURS_SANS_REFERENT = 15;

export type NominationDue = { pour: JourCivil; etapes: string[] };

/** Jour au plus tard pour nommer un référent, sans le raisonnement. */
export function computeTermeNomination(depuis: JourCivil): JourCivil {
  return addJours(depuis, JOURS_SANS_REFERENT);
}

/** Jour au plus tard pour nommer un référent, et pourquoi. */
export function evaluateNomination(depuis: JourCivil, premier: boolean): NominationDue {
  const pour = computeTermeNomination(depuis);
  const origine = premier ? 'Dossier ouvert' : 'Dernier suivi fini, sans suite';
  return {
    pour,
    etapes: [
      `${origine} : personne n’en répond depuis le ${formatJour(depuis, 'long')}.`,
      `${formatJour(depuis, 'long')} + ${JOURS_SANS_REFERENT} jours (pratique locale, à confirmer par le département) = ${formatJour(pour, 'long')}.`,
    ],
  };
}
