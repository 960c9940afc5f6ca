import { listMesuresDe } from '#modules/mesures/index.server.ts';
import type { ReadApport } from '#web/dossier/apports.server.ts';
import { buildApport } from './apport-view.ts';

/** Sur la fiche de l'enfant : ce qui fonde l'action du département ce jour, et ce qui l'a fondée. */
export const readApport: ReadApport = async (contexte, enfantId) =>
  buildApport(await listMesuresDe(contexte, enfantId), enfantId, contexte.aujourdhui);
