import type { Travail } from '#server/jobs/travail.ts';
import { recordSceau } from './verify.server.ts';

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'journal.sceau.poser',
    titre: 'Sceller le journal du jour',
    heure: { heures: 1, minutes: 10 },
    run: async ({ enSysteme }) => `sceau ${await enSysteme(({ tx }) => recordSceau(tx))}`,
  },
];
