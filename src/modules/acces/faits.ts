/** Les faits du suivi d'un enfant : son dossier ouvert, qui répond de lui. */
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

export const DOSSIER_OUVERT = defineFait('dossier-ouvert', {
  titre: 'Le dossier de l’enfant est ouvert, ou rouvert',
  date: 'le jour de l’ouverture',
  champs: {},
});
export const DOSSIER_CLOS = defineFait('dossier-clos', {
  titre: 'Le dossier de l’enfant est clos',
  date: 'le jour de la clôture',
  champs: {},
});
export const MISSION_REFERENT = defineFait('mission-referent', {
  titre: 'Un référent, l’équipe d’un service ou des évaluateurs répondent de l’enfant',
  date: 'le premier jour de la mission',
  champs: { au: JourCivil.optional().describe('son dernier jour ; absent tant qu’elle dure') },
});

export const FAITS_ACCES: readonly FaitDefini[] = [DOSSIER_OUVERT, DOSSIER_CLOS, MISSION_REFERENT];
