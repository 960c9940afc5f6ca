/** Porte 2 : ce que d'autres appellent du journal. */
export { listEvenements } from './data/queries.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
export { recordSceau, type Verification, verifyJournal } from './data/verify.server.ts';
