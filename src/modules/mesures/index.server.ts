/** Porte 2 : les lectures et les actes sur les mesures que d'autres modules appellent. */
export { closeActe, defineRecordActe, listActesDe } from './data/acte-commands.server.ts';
export { countOrdonneesPasExecutees, listOrdonneesPasExecutees } from './data/attentes-queries.server.ts';
export { recordCorrection } from './data/correction-commands.server.ts';
export { countMesuresDe } from './data/de-l-enfant-queries.server.ts';
export { recordDecision, recordRefus } from './data/decision-commands.server.ts';
export {
  recordAttente,
  recordCorrectionExecution,
  recordDebut,
  recordFin,
  recordPreparation,
  recordReprise,
  recordSuspension,
  recordTransfert,
} from './data/execution-commands.server.ts';
export { getMesureInscrite, listMesuresDe } from './data/mesure-inscrite.server.ts';
export { countMesures, listMesures, listServices } from './data/mesures-queries.server.ts';
export {
  recordAccord,
  recordAnnulation,
  recordAvis,
  recordProposition,
  recordService,
} from './data/proposition-commands.server.ts';
export { recordReception } from './data/reception-commands.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
