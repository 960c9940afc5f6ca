/** Porte 2 : les lectures et les actes sur les agents et les postes que d'autres modules appellent. */
export { recordAbsence } from './data/absences-commands.server.ts';
export { closeAffectation, recordAffectation } from './data/affectations-commands.server.ts';
export { type AgentFiche, getAgent } from './data/agent-fiche.server.ts';
export { countAgents, findAgent, getEquipeDe, listAgents, listAgentsAChoisir } from './data/agents.server.ts';
export { createAgent, recordDepart, updateAgent } from './data/agents-commands.server.ts';
export { listHierarchieEntiere } from './data/hierarchie.server.ts';
export { listUnites } from './data/organigramme.server.ts';
export { countPostes, findPosteFiche, listPostes, listPostesAChoisir } from './data/postes.server.ts';
export { closePoste, createPoste, updatePoste } from './data/postes-commands.server.ts';
