import type { Lot } from '../lignes.ts';
import type { AbsenceEnfant } from './absences-enfants.ts';
import type { ContratAccueil } from './contrats.ts';
import type { EnfantAccueilli } from './familles.ts';
import type { Structure } from './murs.ts';
import type { Professionnel } from './professionnels.ts';
import type { Reservation } from './reservations.ts';

/** Une crèche du département fictif : ses murs, ses professionnels, ses enfants, et de quoi y rattacher d'autres faits. */
export type CrecheFictive = Structure & {
  professionnels: Professionnel[];
  /** Accueillis, ou partis depuis un an. */
  enfants: EnfantAccueilli[];
  contrats: ContratAccueil[];
  reservations: Reservation[];
  /** Absences dites par les familles, par enfant. */
  absences: ReadonlyMap<string, readonly AbsenceEnfant[]>;
};

/** Les crèches et ce que partagent leurs générateurs ; `lots` s'écrit dans l'ordre. */
export type MondeCreches = {
  creches: CrecheFictive[];
  /** Remplaçants des territoires. */
  volants: Professionnel[];
  lots: Lot[];
};
