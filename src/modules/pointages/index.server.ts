/** Porte 2 : la présence réelle, pour l'encadrement et l'activité. */
export {
  listPointesDuJour,
  listPresencesDuJour,
  listPresencesFinies,
  type PresenceDuJour,
  type PresenceFinie,
} from './data/presences.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
