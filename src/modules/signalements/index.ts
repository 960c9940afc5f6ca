/** Porte 1, pure : le vocabulaire et les règles du signalement que d'autres modules emploient. */
export { canSuivreSignalement } from './droits.ts';
export { REGLES_SIGNALEMENTS } from './rules/obligations.ts';
export { evaluateSaisine } from './rules/saisine.ts';
export { isEnPreparation, isParti } from './rules/signalement.ts';
export {
  LIBELLE_DEMANDE,
  LIBELLE_ETAT_SIGNALEMENT,
  LIBELLE_MOTIF_SAISINE,
  type Signalement,
} from './signalement.ts';
export { SAISINE_SAISIE, type SaisineSaisie } from './signalement-saisie.ts';
