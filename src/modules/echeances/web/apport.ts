import type { ReadApport } from '#web/dossier/apports.server.ts';
import { listEcheancesDe } from '../data/echeances-queries.server.ts';
import { buildDuesDeLEnfant } from './de-l-enfant-view.ts';

/** Sur la fiche de l'enfant : ce qui lui est dû et qui presse. */
export const readApport: ReadApport = async (contexte, enfantId) => ({
  faits: [],
  alertes: [],
  couloirs: [],
  dues: buildDuesDeLEnfant(await listEcheancesDe(contexte, enfantId), enfantId, contexte.aujourdhui),
});
