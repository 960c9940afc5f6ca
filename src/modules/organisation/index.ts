/** Porte 1, pure : le vocabulaire et les règles de l'organisation que d'autres modules emploient. */
export { Avis } from './avis.ts';
export { canRecordParametre, canUpdateOrganisation } from './droits.ts';
export { CleParametre, formatValeur, PARAMETRES, Parametre, readParametre, type ValeurParametre } from './parametre.ts';
export { listJoursFeriesDuDepartement, ZONES_FERIEES } from './rules/jour-ferie.ts';
export {
  buildChoixUnites,
  CHAMPS_UNITE,
  formatNature,
  NATURES_UNITE,
  NatureUnite,
  Unite,
  UniteLue,
  UniteResume,
  UniteResumeLue,
  type Vocabulaire,
} from './unite.ts';
