/** Porte 2 : ce que le tableau des crèches lit des journées finies. */
export { type JourneeDouteuse, listJourneesDouteuses } from './data/journees-douteuses.server.ts';
export { updateJourneesMarquees } from './data/journees-resumees.server.ts';
export {
  countMoisARecompter,
  type JourLibre,
  listJoursLibres,
  listMoisDeJournees,
  listSemaines,
  type MoisDeJournees,
} from './data/sommes-journees.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
