/** Porte 2 : les lectures et les actes de l'évaluation que d'autres modules appellent. */
export {
  type AvisLu,
  type FaitsLus,
  getFaits,
  listAvisRecueillis,
  listRencontres,
  listVolets,
  type RencontreLue,
  type VoletLu,
} from './data/evaluation-queries.server.ts';
export { listRubriquesEcrites, type RubriqueLue } from './data/redaction-queries.server.ts';
