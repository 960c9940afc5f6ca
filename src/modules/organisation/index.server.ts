/** Porte 2 : les lectures et les actes de l'organisation que d'autres modules appellent. */
export { recordAbsence } from './data/absences-commands.server.ts';
export { closeAffectation, recordAffectation } from './data/affectations-commands.server.ts';
export { type AgentFiche, getAgent } from './data/agent-fiche.server.ts';
export { findAgent, getEquipeDe, listAgents, listAgentsAChoisir } from './data/agents.server.ts';
export { createAgent, recordDepart, updateAgent } from './data/agents-commands.server.ts';
export { listAvis } from './data/avis.server.ts';
export { recordAvisLu } from './data/avis-commands.server.ts';
export {
  type CommuneOfficielle,
  findDepartementOfficiel,
  listCommunesOfficielles,
  listDepartementsOfficiels,
} from './data/communes.server.ts';
export { countDelegations, evaluateSignatureAt, findDelegataires, listDelegations } from './data/delegations.server.ts';
export { closeDelegation, recordDelegation } from './data/delegations-commands.server.ts';
export { listEcheances } from './data/echeances.server.ts';
export { getParametre, getParametreDate, listParametres } from './data/parametres.server.ts';
export { recordParametre } from './data/parametres-commands.server.ts';
export { findPosteFiche, listPostes, listPostesAChoisir } from './data/postes.server.ts';
export { closePoste, createPoste, updatePoste } from './data/postes-commands.server.ts';
export { getDepartement, listCommunes } from './data/secteurs.server.ts';
export { recordSecteur } from './data/secteurs-commands.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
export {
  findUnite,
  getUnite,
  getVocabulaire,
  listAscendance,
  listUnites,
  listUnitesAChoisir,
} from './data/unites.server.ts';
export { closeUnite, createUnite, updateUnite } from './data/unites-commands.server.ts';
