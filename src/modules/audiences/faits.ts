/** Les faits d'une audience : sa date, sa convocation, ce qui la suit. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';
import { JALONS_AUDIENCE, type JalonAudience, NATURES_AUDIENCE, type NatureAudience } from './audience.ts';

const mesure = z.string().min(1).optional().describe('la mesure dont il s’agit ; sans elle, toutes');
const nature = z
  .enum(Object.keys(NATURES_AUDIENCE) as [NatureAudience, ...NatureAudience[]])
  .meta({ 'x-libelles': NATURES_AUDIENCE })
  .optional()
  .describe('devant qui ; à défaut, le juge des enfants');

export const AUDIENCE = defineFait('audience', {
  titre: 'Une audience est fixée, ou s’est tenue',
  date: 'le jour, ou l’heure, de l’audience',
  champs: {
    mesure,
    nature,
    objet: z.string().min(1).optional().describe('de quoi elle traite ; au pénal : culpabilite ou sanction'),
    tenue: z.boolean().optional().describe('fausse si elle a été renvoyée'),
  },
});
export const CONVOCATION = defineFait('convocation', {
  titre: 'Une convocation est reçue',
  date: 'le jour de la réception',
  champs: { mesure, nature, audience: JourCivil.optional().describe('le jour de l’audience ; à défaut, la prochaine') },
});
export const NOTIFICATION_DECISION = defineFait('notification-decision', {
  titre: 'Une décision du juge est notifiée',
  date: 'le jour de la notification, d’où court l’appel',
  champs: { mesure },
});
export const APPEL = defineFait('appel', {
  titre: 'Un appel est formé',
  date: 'le jour de la déclaration d’appel',
  champs: { mesure, provisoire: z.boolean().optional().describe('contre un placement provisoire') },
});
export const ARRET_APPEL = defineFait('arret-appel', {
  titre: 'La cour d’appel statue',
  date: 'le jour de l’arrêt',
  champs: { mesure },
});
export const PREPARATION_AUDIENCE = defineFait('preparation-audience', {
  titre: 'Un jalon de la préparation d’une audience est tenu',
  date: 'le jour où c’est fait',
  champs: {
    mesure,
    nature,
    jalon: z
      .enum(Object.keys(JALONS_AUDIENCE) as [JalonAudience, ...JalonAudience[]])
      .meta({ 'x-libelles': JALONS_AUDIENCE })
      .describe('le jalon tenu'),
  },
});
export const RAPPORT_AUDIENCE = defineFait('rapport-audience', {
  titre: 'Le rapport, les conclusions ou les pièces sont envoyés pour l’audience',
  date: 'le jour de l’envoi',
  champs: { mesure },
});
export const DEMANDE_AVOCAT = defineFait('demande-avocat', {
  titre: 'La désignation d’un avocat d’office est demandée',
  date: 'le jour de la demande',
  champs: { mesure },
});
export const AVOCAT_DESIGNE = defineFait('avocat-designe', {
  titre: 'Un avocat est désigné',
  date: 'le jour de la désignation',
  champs: { mesure },
});

export const FAITS_AUDIENCES: readonly FaitDefini[] = [
  AUDIENCE,
  CONVOCATION,
  NOTIFICATION_DECISION,
  APPEL,
  ARRET_APPEL,
  PREPARATION_AUDIENCE,
  RAPPORT_AUDIENCE,
  DEMANDE_AVOCAT,
  AVOCAT_DESIGNE,
];
