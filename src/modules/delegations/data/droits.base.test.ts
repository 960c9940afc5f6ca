import { beforeAll, describe, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { canRecordDelegation } from '../droits.ts';

const base = withBase();
let o: OrganisationEssai;
beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
});

type Role = keyof OrganisationEssai['agents'];
const ROLES: Role[] = ['directeur', 'administrateur', 'cadreNord', 'cadreSud', 'referentNord', 'referentSud'];

/** Ce qu'il faut écrire pour faire l'acte directement dans la base, sans passer par TypeScript. */
type Acte = {
  nom: string;
  can: (contexte: Contexte) => boolean;
  ecrit: (contexte: Contexte) => Promise<unknown>;
  permis: Role[];
};
const periode = '[2030-01-01,)';
const ACTES: Acte[] = [
  {
    nom: 'donner une délégation de signature',
    can: ({ agent }) => canRecordDelegation(agent),
    ecrit: ({ tx, agent }) =>
      tx
        .insertInto('organisation.delegation')
        .values({
          id: createIdentifiant(),
          agentId: agent.id,
          acte: 'budget.engager',
          uniteId: o.unites.nord,
          periode,
          arreteNumero: '1',
          arreteLe: jourCivil('2029-12-01'),
        })
        .execute(),
    permis: ['directeur', 'administrateur'],
  },
];

/** Essaie dans une transaction que l'on annule toujours. */
class Annule extends Error {}
async function essaie(role: Role, fn: (contexte: Contexte) => Promise<unknown>): Promise<boolean> {
  const fini = base.asAgent(o.agents[role].agentId, async (contexte) => {
    await fn(contexte);
    throw new Annule();
  });
  return fini.catch((erreur) => erreur instanceof Annule);
}

describe.each(ACTES)('$nom', ({ can, ecrit, permis }) => {
  test.each(ROLES)('%s : TypeScript et la base disent pareil', async (role) => {
    const dit = await base.asAgent(o.agents[role].agentId, async (contexte) => can(contexte));
    expect(dit).toBe(permis.includes(role));
    expect(await essaie(role, ecrit)).toBe(dit);
  });
});
