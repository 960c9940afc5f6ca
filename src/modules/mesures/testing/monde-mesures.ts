import type { Contexte } from '#database/as-agent.ts';
import {
  createDepartement,
  type DepartementDEssai,
  type ExecuteSql,
} from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { ActeDelegable } from '#modules/delegations/index.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';

export type MondeDesMesures = {
  d: DepartementDEssai;
  /** Référent, inspectrice qui signe pour le territoire nord, cadre sans délégation, secrétaire, inspectrice d'un autre territoire. */
  agents: { referent: string; inspectrice: string; cadre: string; secretaire: string; ailleurs: string };
  /** Un enfant du territoire nord, que ces agents suivent. */
  addEnfant: (naissance?: string) => Promise<string>;
};

const SIGNES: readonly ActeDelegable[] = ['mesure-administrative.decider', 'accueil.decider', 'urgence.decider'];

/** Un territoire nord où l'on propose, décide et exécute ; une délégation finie la veille pour le cadre. */
export async function createMondeDesMesures(executeSql: ExecuteSql): Promise<MondeDesMesures> {
  const d = await createDepartement(executeSql);
  const { nord, sud } = d.unites;
  const agents = {
    referent: await d.addAgent('referent-educatif', nord),
    inspectrice: await d.addAgent('inspecteur-enfance', nord),
    cadre: await d.addAgent('cadre-territorial-ase', nord),
    secretaire: await d.addAgent('assistant-administratif', nord),
    ailleurs: await d.addAgent('inspecteur-enfance', sud),
  };
  for (const acte of SIGNES) {
    await insertDelegation(executeSql, { agentId: agents.inspectrice, acte, uniteId: nord });
    await insertDelegation(executeSql, { agentId: agents.ailleurs, acte, uniteId: sud });
    const passee = { agentId: agents.cadre, acte, uniteId: nord, periode: '[2020-01-01,2026-11-21)' };
    await insertDelegation(executeSql, passee);
  }
  const addEnfant = async (naissance = '2015-03-04') => {
    const id = await anEnfant().ne(naissance).suiviPar(agents.referent).surLeTerritoire(nord).insert(executeSql);
    await executeSql(
      "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values (gen_random_uuid(), $1, $2, 'equipe', '[2015-01-01,)')",
      [id, agents.secretaire],
    );
    return id;
  };
  return { d, agents, addEnfant };
}

/** Ce qu'une promesse rejette, ou indéfini. */
export function attraper(promesse: Promise<unknown>): Promise<unknown> {
  return promesse.then(
    () => undefined,
    (erreur: unknown) => erreur,
  );
}

export type { Contexte };
