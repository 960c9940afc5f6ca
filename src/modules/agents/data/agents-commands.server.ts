import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { closeDelegationsDe } from '#modules/delegations/index.server.ts';
import { canRecordDelegation } from '#modules/delegations/index.ts';
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { closePeriode, closeTenues, listChamps, updateVersion, verifyOrdre } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { type Agent, formatMetier } from '../agent.ts';
import { AgentCorrection, AgentSaisie, DepartSaisie } from '../agent-saisie.ts';
import { findAgent } from './agents.server.ts';

const contraintes = {
  agent_matricule_key: { phrase: 'Ce matricule est déjà celui d’un autre agent.', champ: 'matricule' },
  agent_courriel_key: { phrase: 'Cette adresse est déjà celle d’un autre agent.', champ: 'courriel' },
};

export const createAgent = defineCommand({
  name: 'organisation.agent.creer',
  titre: 'Inscrire un agent',
  saisie: AgentSaisie,
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { du, ...champs }) => {
    const id = createIdentifiant();
    await tx
      .insertInto('organisation.agent')
      .values({ id, ...champs, periode: formatDaterange({ du, au: null }) })
      .execute();
    return { resultat: id, trace: { objetId: id } };
  },
});

export const updateAgent = defineCommand({
  name: 'organisation.agent.corriger',
  titre: 'Corriger la fiche d’un agent',
  saisie: AgentCorrection,
  load: (contexte, { id }) => loadAgent(contexte, id),
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { id, version, ...champs }, avant) => {
    const changement = tx.updateTable('organisation.agent').set(champs);
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(avant, champs) } } };
  },
});

/** Le départ referme avec lui les postes et, si l'on peut, les délégations : personne ne signe après son départ. */
export const recordDepart = defineCommand({
  name: 'organisation.agent.enregistrer-depart',
  titre: 'Enregistrer le départ d’un agent',
  saisie: DepartSaisie,
  load: (contexte, { id }) => loadAgent(contexte, id),
  can: canUpdateOrganisation,
  run: async ({ tx, agent }, { id, version, au }, avant) => {
    verifyOrdre(avant.du, au);
    const changement = tx.updateTable('organisation.agent').set({ periode: closePeriode(au) });
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    const affectations = await closeTenues(tx, 'organisation.affectation', { agentId: id, au });
    const delegations = canRecordDelegation(agent) ? await closeDelegationsDe(tx, id, au) : 0;
    return { resultat: id, trace: { objetId: id, detail: { au, affectations, delegations } } };
  },
});

async function loadAgent({ tx }: Contexte, id: string): Promise<Agent> {
  const agent = await findAgent(tx, id);
  if (!agent) throw new Introuvable('Absent, ou hors de vos missions.');
  return agent;
}

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const agent = await findAgent(tx, id);
  if (!agent) return {};
  return {
    Matricule: agent.matricule,
    Nom: agent.nom,
    Prénom: agent.prenom,
    Courriel: agent.courriel ?? '',
    Téléphone: agent.telephone ?? '',
    Métier: formatMetier(agent.metier),
  };
}
