/** Les faits d'une information préoccupante, dans le dossier d'un enfant. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';
import { defineCodes, ETATS_FINAUX, LIBELLE_CATEGORIE, LIBELLE_URGENCE } from './information.ts';
import { LIBELLE_A_QUI, LIBELLE_OBJET } from './information-donnee.ts';

const information = z
  .string()
  .min(1)
  .optional()
  .describe('l’information dont il s’agit ; à défaut, la dernière reçue ce jour-là');
const signalement = z.string().min(1).optional().describe('le signalement dont il s’agit ; à défaut, le dernier');

export const INFORMATION_RECUE = defineFait('information-recue', {
  titre: 'Une information est reçue par la cellule',
  date: 'le jour de la réception, d’où court le délai légal (IP-003)',
  champs: {
    information,
    categorie: defineCodes(LIBELLE_CATEGORIE).optional().describe('qui a transmis ; à défaut, un professionnel'),
    transmiseLe: JourCivil.optional().describe('le jour de la transmission ; à défaut, celui de la réception'),
    suitesDemandeesLe: JourCivil.optional().describe('le jour où la personne a demandé les suites (IP-025)'),
    urgence: defineCodes(LIBELLE_URGENCE).optional().describe('urgence ; ordinaire à défaut'),
    moinsDeDeuxAns: z
      .boolean()
      .optional()
      .describe('un mineur du foyer a moins de deux ans (IP-011) ; l’âge de l’enfant, s’il est connu, compte aussi'),
  },
});
export const INFORMATION_QUALIFIEE = defineFait('information-qualifiee', {
  titre: 'L’information est qualifiée préoccupante',
  date: 'le jour de la qualification',
  champs: {
    information,
    delaiReduitJours: z
      .int()
      .min(1)
      .max(91)
      .optional()
      .describe('délai d’évaluation réduit, décidé et motivé (IP-011)'),
  },
});
export const EVALUATION_ATTRIBUEE = defineFait('evaluation-attribuee', {
  titre: 'L’évaluation est attribuée à une équipe',
  date: 'le jour de l’attribution',
  champs: { information },
});
export const EVALUATION_DEBUTEE = defineFait('evaluation-debutee', {
  titre: 'L’évaluation commence',
  date: 'le jour du premier acte',
  champs: { information },
});
export const RAPPORT_REMIS = defineFait('rapport-remis', {
  titre: 'L’équipe remet son rapport d’évaluation',
  date: 'le jour de la remise',
  champs: { information },
});
export const RAPPORT_VALIDE = defineFait('rapport-valide', {
  titre: 'Le rapport d’évaluation est validé',
  date: 'le jour de la validation',
  champs: { information },
});
export const DECISION_SUITES = defineFait('decision-suites', {
  titre: 'Les suites de l’évaluation sont décidées',
  date: 'le jour de la décision',
  champs: { information },
});
export const INFORMATION_DONNEE = defineFait('information-donnee', {
  titre: 'On a dit à quelqu’un ce qu’on lui devait, ou écrit pourquoi on ne le dit pas',
  date: 'le jour où c’est dit',
  champs: {
    information,
    signalement,
    objet: defineCodes(LIBELLE_OBJET).describe('ce qui est dit'),
    aQui: defineCodes(LIBELLE_A_QUI).describe('à qui c’est dit'),
  },
});
export const NOUVEL_ELEMENT = defineFait('nouvel-element', {
  titre: 'Un nouvel élément arrive sur une information ouverte',
  date: 'le jour où il est reçu',
  champs: { information },
});
export const URGENCE_REVUE = defineFait('urgence-revue', {
  titre: 'L’urgence est revue',
  date: 'le jour de la nouvelle analyse',
  champs: { information },
});
export const INFORMATION_CLOSE = defineFait('information-close', {
  titre: 'L’information est close, écartée ou transférée',
  date: 'le jour de la clôture',
  champs: { information, etat: z.enum(ETATS_FINAUX).optional().describe('l’état où elle finit') },
});
export const SIGNALEMENT_REDIGE = defineFait('signalement-redige', {
  titre: 'Un signalement est commencé',
  date: 'le jour où on le commence',
  champs: { information, signalement },
});
export const SIGNALEMENT_SIGNE = defineFait('signalement-signe', {
  titre: 'Le signalement est signé',
  date: 'le jour de la signature',
  champs: { information, signalement },
});
export const SIGNALEMENT_ENVOYE = defineFait('signalement-envoye', {
  titre: 'Le signalement part au parquet',
  date: 'le jour de l’envoi',
  champs: { information, signalement },
});
export const SIGNALEMENT_ABANDONNE = defineFait('signalement-abandonne', {
  titre: 'Le signalement est abandonné avant d’être envoyé',
  date: 'le jour de l’abandon',
  champs: { information, signalement },
});
export const RELANCE_PARQUET = defineFait('relance-parquet', {
  titre: 'Le parquet est relancé',
  date: 'le jour de la relance',
  champs: { information, signalement },
});
export const REPONSE_PARQUET = defineFait('reponse-parquet', {
  titre: 'Le parquet dit les suites qu’il donne',
  date: 'le jour de la réponse',
  champs: { information, signalement },
});

export const FAITS_INFORMATIONS: readonly FaitDefini[] = [
  INFORMATION_RECUE,
  INFORMATION_QUALIFIEE,
  EVALUATION_ATTRIBUEE,
  EVALUATION_DEBUTEE,
  RAPPORT_REMIS,
  RAPPORT_VALIDE,
  DECISION_SUITES,
  INFORMATION_DONNEE,
  NOUVEL_ELEMENT,
  URGENCE_REVUE,
  INFORMATION_CLOSE,
  SIGNALEMENT_REDIGE,
  SIGNALEMENT_SIGNE,
  SIGNALEMENT_ENVOYE,
  SIGNALEMENT_ABANDONNE,
  RELANCE_PARQUET,
  REPONSE_PARQUET,
];
