import type { Structure } from './murs.ts';

/** Les difficultés posées à coup sûr, une crèche chacune dans le territoire de la carte : code de la crèche, ce qui s'y voit. */
export const PROBLEMES = {
  AUTORISATION_ECHUE: 'C-104',
  AUTORISATION_BIENTOT: 'C-102',
  /** Trop d'enfants sous contrat pour ses places. */
  SURNOMBRE: 'C-105',
  /** Trop peu de catégorie 1 : le quota de 40 % ne tient pas. */
  QUOTA: 'C-102',
  /** Plus d'heures réalisées que de contrats : facturation sous 100 %. */
  FACTURATION: 'C-103',
  /** Un agent absent lundi, et pourtant placé ; il devait aussi accompagner une sortie. */
  ABSENT_PLACE: 'C-101',
  /** Deux versions du règlement de fonctionnement, aucune transmise au président. */
  DOCUMENT_NON_TRANSMIS: 'C-101',
} as const;

export const isProblematique = ({ code }: Pick<Structure, 'code'>, probleme: keyof typeof PROBLEMES): boolean =>
  PROBLEMES[probleme] === code;
