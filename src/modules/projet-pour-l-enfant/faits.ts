/** Les faits du projet pour l'enfant, du rapport de situation et du bilan de santé. */
import { z } from 'zod';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

/** Ce qui change la situation et fait mettre le projet à jour (référentiel §5.2). */
export const DECLENCHEURS = {
  'changement-mesure': 'Changement de mesure',
  renouvellement: 'Renouvellement',
  'changement-lieu': 'Changement de lieu',
  'changement-referent': 'Changement de référent',
  'modification-dvh': 'Droits de visite et d’hébergement modifiés',
  'evenement-grave': 'Évènement grave',
  'decision-mdph': 'Décision de la maison du handicap',
  'changement-scolaire': 'Changement scolaire',
  'rs-valide': 'Rapport de situation validé',
  'avis-cessec': 'Avis de la CESSEC',
  'entretien-17-ans': 'Entretien des 17 ans',
  'changement-statut-juridique': 'Changement de statut juridique',
  'retour-famille': 'Retour en famille',
} as const;
export type Declencheur = keyof typeof DECLENCHEURS;

const mesure = z.string().min(1).optional().describe('la mesure dont il s’agit, si plusieurs courent');

export const PPE_VALIDE = defineFait('ppe-valide', {
  titre: 'Le projet pour l’enfant est validé, ou sa mise à jour',
  date: 'le jour de la validation',
  champs: {},
});
export const DECLENCHEUR_PPE = defineFait('declencheur-ppe', {
  titre: 'La situation change et appelle une mise à jour du projet',
  date: 'le jour du changement',
  champs: {
    cause: z
      .enum(Object.keys(DECLENCHEURS) as [Declencheur, ...Declencheur[]])
      .meta({ 'x-libelles': DECLENCHEURS })
      .describe('ce qui a changé'),
  },
});
export const RAPPORT_SITUATION = defineFait('rapport-situation', {
  titre: 'Le rapport de situation est validé',
  date: 'le jour de la validation',
  champs: {},
});
export const RAPPORT_COMMUNIQUE = defineFait('rapport-communique', {
  titre: 'Le rapport de situation est communiqué aux parents et au mineur',
  date: 'le jour de la communication',
  champs: {},
});
export const RAPPORT_TRANSMIS = defineFait('rapport-transmis', {
  titre: 'Un rapport est transmis au juge',
  date: 'le jour de l’envoi',
  champs: { mesure },
});
export const RAPPORT_ECHEANCE = defineFait('rapport-echeance', {
  titre: 'Le rapport d’échéance d’une mesure est envoyé au juge',
  date: 'le jour de l’envoi',
  champs: { mesure },
});
export const BILAN_SANTE = defineFait('bilan-sante', {
  titre: 'Le bilan de santé et de prévention est fait',
  date: 'le jour du bilan',
  champs: {},
});

export const FAITS_PROJET: readonly FaitDefini[] = [
  PPE_VALIDE,
  DECLENCHEUR_PPE,
  RAPPORT_SITUATION,
  RAPPORT_COMMUNIQUE,
  RAPPORT_TRANSMIS,
  RAPPORT_ECHEANCE,
  BILAN_SANTE,
];
