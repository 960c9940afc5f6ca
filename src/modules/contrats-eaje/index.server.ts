/** Porte 2 : les accueils prévus des crèches. */
export {
  type AbsencePrevue,
  type ContratPrevu,
  listAccueilsPrevus,
  type ReservationPrevue,
} from './data/accueils-prevus.server.ts';
