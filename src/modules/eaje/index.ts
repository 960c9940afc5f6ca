/** Porte 1, pure : le vocabulaire des crèches, leur capacité, qui peut quoi. */

export { type DocumentTenu, formatVersionLue, NATURES_DOCUMENT, NatureDocument } from './document.ts';
export { canAccueillir, canFinancer, canReadCreche, canSuivre, canTenirCreche } from './droits.ts';
export {
  AGREGATIONS,
  type AutorisationInscrite,
  CATEGORIES_EAJE,
  type CategorieEaje,
  type ContactUrgence,
  type EtablissementOuvert,
  type FermetureInscrite,
  formatJours,
  JOURS_DE_SEMAINE,
  METHODES,
  MOTIFS_FERMETURE,
  type ModulationInscrite,
  type Murs,
  parseMinutes,
  type SectionInscrite,
  TRANCHES,
} from './etablissement.ts';
export { FAITS_EAJE } from './faits.ts';
export {
  CATEGORIES_PRO,
  LIBELLES_METIER,
  METIERS_EAJE,
  type MetierEaje,
  type ProfessionnelInscrit,
  type ProfessionnelPrevu,
} from './professionnel.ts';
export {
  computeCategorie,
  computeHeuresPlaces,
  findCapacite,
  findProchainOuvert,
  isOuvert,
  listModulationsDuJour,
  listPaliers,
} from './rules/capacite.ts';
export { canAssurerContinuite, canTenirDirection, findSuiteDansLesMurs } from './rules/continuite.ts';
export { isATransmettre } from './rules/documents.ts';
export { computeExigences } from './rules/exigences.ts';
export { computeFinAutorisation, PLACES_PAR_UNITE } from './rules/murs.ts';
export { REGLES_EAJE } from './rules/obligations.ts';
export { type BornesSurnombre, computeBornesSurnombre, SURNOMBRE, type Surnombre } from './rules/surnombre.ts';
export {
  computePause,
  evaluateJourneeDeTravail,
  evaluateSemaineDeTravail,
  type SemaineDeTravail,
} from './rules/temps-travail.ts';
export { ARRONDI_SURNOMBRE, DECRET_2000_815 } from './rules/textes.ts';
