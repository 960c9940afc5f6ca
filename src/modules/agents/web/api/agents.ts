import { z } from 'zod';
import { DelegationLue } from '#modules/delegations/index.ts';
import { Cree, VERSION_SAISIE } from '#server/api/champs.ts';
import {
  type ApiEntree,
  defineActe,
  defineChamps,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { AgentFiltre } from '../../agent.ts';
import { recordAbsence } from '../../data/absences-commands.server.ts';
import { getAgent } from '../../data/agent-fiche.server.ts';
import { listAgents } from '../../data/agents.server.ts';
import { createAgent, recordDepart, updateAgent } from '../../data/agents-commands.server.ts';
import { AbsenceLue, AgentLigneLue, AgentLu, TenueLue } from './schemas.ts';

const VoisinLu = defineChamps(
  z.object({ id: Identifiant, nom: z.string(), prenom: z.string(), intitule: z.string(), absent: z.boolean() }),
  { id: 'Identifiant de l’agent.', nom: 'Nom.', prenom: 'Prénom.', intitule: 'Son poste.', absent: 'Absent ce jour.' },
);

const SuperieurLu = defineChamps(
  z.object({ agentId: Identifiant, nom: z.string(), intitule: z.string(), absent: z.boolean() }),
  { agentId: 'Agent qui l’encadre ce jour.', nom: 'Son nom.', intitule: 'Son poste.', absent: 'Absent ce jour.' },
);

const AgentFicheLue = z.object({
  agent: AgentLu.describe('L’agent.'),
  tenues: z.array(TenueLue).describe('Les postes tenus, du plus récent au plus ancien.'),
  absences: z.array(AbsenceLue).describe('Ses absences, de la plus récente à la plus ancienne.'),
  delegations: z.array(DelegationLue).describe('Ses délégations de signature.'),
  superieur: SuperieurLu.optional().describe('Qui l’encadre ce jour.'),
  etapes: z.array(z.string()).readonly().describe('Comment cette personne a été trouvée.'),
  equipe: z.array(VoisinLu).describe('Ceux dont le poste dépend du sien.'),
  collegues: z.array(VoisinLu).describe('Ceux de la même unité.'),
});

const CHAMPS = {
  matricule: 'Matricule, unique.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  courriel: 'Adresse professionnelle, unique.',
  telephone: 'Téléphone professionnel.',
  metier: 'Métier ou cadre d’emplois.',
};
const VERSIONNE = { id: 'Identifiant de l’agent.', version: VERSION_SAISIE };

const DEMANDE_LISTE = defineDemande(AgentFiltre.extend(PageDeListe), {
  q: 'Cherche dans le nom, le prénom et le matricule, sans accent ni ordre.',
  unite: 'Dans cette unité et celles qui en dépendent.',
  metier: 'De ce métier.',
  presence: 'Présence ce jour.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
});

const lectures: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/organisation/agents',
    titre: 'Les agents, leur poste et leur présence ce jour',
    demande: DEMANDE_LISTE,
    reponse: definePage(AgentLigneLue),
    run: (contexte, { page, taille, ...filtre }) => listAgents(contexte, filtre, { page, taille }),
  }),
  defineLecture({
    chemin: '/organisation/agents/{id}',
    titre: 'Un agent : ses postes, ses absences, ses délégations, qui l’encadre',
    texte: 'Le motif d’une absence se lit de sa hiérarchie et de qui tient l’organisation ; sinon il est nul.',
    demande: defineDemande(z.object({ id: Identifiant }), { id: 'Identifiant de l’agent.' }),
    reponse: AgentFicheLue,
    version: ({ agent }) => agent.version,
    run: (contexte, { id }) => getAgent(contexte, id),
  }),
];

export const apiAgents: readonly ApiEntree[] = [
  ...lectures,
  defineActe({
    methode: 'post',
    chemin: '/organisation/agents',
    titre: createAgent.titre,
    command: createAgent,
    champs: { ...CHAMPS, du: 'Premier jour au département.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id }, adresse: `/organisation/agents/${id}` }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/agents/{id}',
    titre: updateAgent.titre,
    command: updateAgent,
    fiche: '/organisation/agents/{id}',
    champs: { ...CHAMPS, ...VERSIONNE },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/agents/{id}/depart',
    titre: recordDepart.titre,
    texte: 'Referme ses postes et, si le jeton le permet, ses délégations.',
    command: recordDepart,
    fiche: '/organisation/agents/{id}',
    champs: { ...VERSIONNE, au: 'Dernier jour au département.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'post',
    chemin: '/organisation/agents/{agentId}/absences',
    titre: recordAbsence.titre,
    command: recordAbsence,
    champs: {
      agentId: 'Identifiant de l’agent.',
      du: 'Premier jour d’absence.',
      au: 'Dernier jour d’absence, compris.',
      motif: 'Motif, lu de peu de monde.',
      commentaire: 'Commentaire, lu des mêmes.',
    },
    reponse: z.object({ agentId: Identifiant.describe('L’agent absent.') }),
    rend: (agentId) => ({ corps: { agentId }, adresse: `/organisation/agents/${agentId}` }),
  }),
];
