/** Porte 2 : les accueils prévus des crèches. */
export {
  type AbsencePrevue,
  type ContratPrevu,
  listAccueilsPrevus,
  type ReservationPrevue,
} from './data/accueils-prevus.server.ts';
/** Les contrats dont le tarif est à revoir, par crèche. */
/** Les barèmes des participations saisis : ce qu'il faut pour lire un taux. */
export { findTarifsARevoir, readBaremesSaisis, type TarifsARevoir } from './data/baremes.server.ts';
