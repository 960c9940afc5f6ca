/** Les faits du séjour d'un enfant dans un lieu d'accueil. */
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

export const ENTREE_POUPONNIERE = defineFait('entree-pouponniere', {
  titre: 'L’enfant entre en pouponnière',
  date: 'le jour de l’entrée',
  champs: {},
});
export const RENOUVELLEMENT_POUPONNIERE = defineFait('renouvellement-pouponniere', {
  titre: 'Le séjour en pouponnière est renouvelé, après évaluation',
  date: 'le jour du renouvellement',
  champs: {},
});
export const SORTIE_LIEU = defineFait('sortie-lieu', {
  titre: 'L’enfant quitte le lieu où il est accueilli',
  date: 'le jour de la sortie',
  champs: {},
});

export const FAITS_LIEUX_ACCUEIL: readonly FaitDefini[] = [ENTREE_POUPONNIERE, RENOUVELLEMENT_POUPONNIERE, SORTIE_LIEU];
