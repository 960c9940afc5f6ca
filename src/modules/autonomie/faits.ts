/** Les faits de l'accès à l'autonomie et du jeune majeur. */
import { z } from 'zod';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

export const ENTRETIEN_17_ANS = defineFait('entretien-17-ans', {
  titre: 'L’entretien sur l’accès à l’autonomie se tient',
  date: 'le jour de l’entretien',
  champs: {},
});
export const PROJET_AUTONOMIE = defineFait('projet-autonomie', {
  titre: 'Le projet d’accès à l’autonomie est établi',
  date: 'le jour où il est établi',
  champs: {},
});
export const INFORMATION_PECULE = defineFait('information-pecule', {
  titre: 'Le jeune est informé de son pécule',
  date: 'le jour de l’information',
  champs: {},
});
export const DEMANDE_JEUNE_MAJEUR = defineFait('demande-jeune-majeur', {
  titre: 'Le jeune demande à être accompagné après ses dix-huit ans',
  date: 'le jour de la demande',
  champs: {},
});
export const PROPOSITION_JEUNE_MAJEUR = defineFait('proposition-jeune-majeur', {
  titre: 'Un accompagnement est proposé au jeune, ou refusé par une décision motivée',
  date: 'le jour de la proposition',
  champs: {},
});
export const SORTIE_PREPAREE = defineFait('sortie-preparee', {
  titre: 'La sortie est préparée : hébergement et ressources assurés',
  date: 'le jour où ils le sont',
  champs: {},
});
export const SORTIE = defineFait('sortie', {
  titre: 'Le jeune sort de l’aide sociale à l’enfance',
  date: 'le jour de la sortie',
  champs: { motif: z.string().optional().describe('pourquoi il sort') },
});
export const ENTRETIEN_6_MOIS = defineFait('entretien-6-mois', {
  titre: 'L’entretien qui suit la sortie se tient',
  date: 'le jour de l’entretien',
  champs: {},
});

export const FAITS_AUTONOMIE: readonly FaitDefini[] = [
  ENTRETIEN_17_ANS,
  PROJET_AUTONOMIE,
  INFORMATION_PECULE,
  DEMANDE_JEUNE_MAJEUR,
  PROPOSITION_JEUNE_MAJEUR,
  SORTIE_PREPAREE,
  SORTIE,
  ENTRETIEN_6_MOIS,
];
