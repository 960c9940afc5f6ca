import { addActesAutonomie } from './actes-autonomie.ts';
import { addActesJustice } from './actes-justice.ts';
import { addActesProjet } from './actes-projet.ts';
import { addActesStatut } from './actes-statut.ts';
import { addActesUrgence } from './actes-urgence.ts';
import type { Bureau, Dossier } from './dossiers.ts';
import { createJournal } from './journal-actes.ts';
import type { MesurePosee } from './mesure-posee.ts';

/** Ce qu'on a fait pour cet enfant du chef de ses mesures ; le projet vient en dernier, il suit ce qui a changé. */
export function addActes(bureau: Bureau, dossier: Dossier, posees: readonly MesurePosee[]): void {
  if (posees.length === 0) return;
  const journal = createJournal(bureau, dossier, posees);
  addActesUrgence(journal);
  addActesJustice(journal);
  addActesAutonomie(journal);
  addActesStatut(journal);
  addActesProjet(journal);
}
