/** Porte 2 : les accueils prévus des crèches et les heures de leurs contrats. */
export {
  type AbsencePrevue,
  type ContratPrevu,
  listAccueilsPrevus,
  type ReservationPrevue,
} from './data/accueils-prevus.server.ts';
export { type ContratsDuMois, listContratsDuMois } from './data/contrats-du-mois.server.ts';
