/**
 * Ce que l'absence d'un évaluateur laisse à découvert.
 *
 * Ce que dit la règle : le délai de trois mois court quand même (CASF D226-2-4 II) ; aucun texte ne règle le remplacement.
 * Comment elle est lue ici : est à couvrir l'évaluation ouverte dont un évaluateur est parti, est absent ce jour, ou le sera dans les
 * jours regardés. Le départ l'emporte sur l'absence, l'absence de ce jour sur celle qui vient.
 * Non traité : une absence de quelques heures.
 */
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Periode } from '#shared/periode.ts';

export type Presence = {
  /** Tient encore un poste où l'on évalue. */
  enPoste: boolean;
  /** Ses absences qui finissent ce jour ou plus tard. */
  absences: readonly Periode[];
};

export type Decouvert = { cause: 'parti' | 'absent' | 'bientot-absent'; phrase: string };

/** Pourquoi cet évaluateur manque, ou nul s'il est là tous les jours regardés. */
export function evaluateDecouvert(presence: Presence, jour: JourCivil, horizonJours: number): Decouvert | null {
  if (!presence.enPoste) return { cause: 'parti', phrase: 'n’est plus évaluateur' };
  const limite = addJours(jour, horizonJours);
  const [absence] = presence.absences
    .filter(({ du, au }) => du <= limite && (au === null || au >= jour))
    .toSorted((a, b) => (a.du < b.du ? -1 : 1));
  if (!absence) return null;
  const fin = absence.au === null ? 'sans retour connu' : `jusqu’au ${formatJour(absence.au, 'semaine')}`;
  return absence.du <= jour
    ? { cause: 'absent', phrase: `absent ${fin}` }
    : { cause: 'bientot-absent', phrase: `absent du ${formatJour(absence.du, 'semaine')}, ${fin}` };
}
