/** Porte 2 : les lectures et les actes du signalement que d'autres modules appellent. */
export { listSignalementsDe } from './data/faits.server.ts';
export { createSaisine, createSignalement, recordEnvoi, recordSignature } from './data/signalement-commands.server.ts';
