import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import type { BaseDeTest } from '#tests/support/base.ts';
import { createOrganisationEssai, type OrganisationEssai } from './organisation-factory.ts';

export type Role = keyof OrganisationEssai['agents'];
export const ROLES: Role[] = ['directeur', 'administrateur', 'cadreNord', 'cadreSud', 'referentNord', 'referentSud'];

/** Un acte, ce qu'en disent les droits, et ce qu'il faut écrire pour le faire dans la base sans passer par TypeScript. */
export type ActeEssaye = {
  nom: string;
  can: (contexte: Contexte) => boolean;
  ecrit: (contexte: Contexte) => Promise<unknown>;
  permis: readonly Role[];
};

class Annule extends Error {}

/** A trial organisation in the test file's database, ready after the first `beforeAll`, and ways to act as its agents. */
export function withOrganisation(base: BaseDeTest) {
  let organisation: OrganisationEssai | undefined;
  beforeAll(async () => {
    organisation = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  });
  const get = () => {
    if (organisation === undefined) throw new Error('L’organisation d’essai ne s’ouvre qu’au premier beforeAll');
    return organisation;
  };
  const asRole = <T>(role: Role, fn: (contexte: Contexte) => Promise<T>) =>
    base.asAgent(get().agents[role].agentId, fn);
  return {
    get unites() {
      return get().unites;
    },
    get agents() {
      return get().agents;
    },
    asRole,
    /** L'acte demandé au nom d'un agent, dans sa propre transaction. */
    agit: <S extends z.ZodType, C, R>(role: Role, command: Command<S, C, R>, brut: object): Promise<R> =>
      asRole(role, (contexte) => executeCommand(contexte, command, brut)),
    /** Essaie dans une transaction que l'on annule toujours ; vrai si rien ne l'a refusé. */
    essaie: (role: Role, fn: (contexte: Contexte) => Promise<unknown>): Promise<boolean> =>
      asRole(role, async (contexte) => {
        await fn(contexte);
        throw new Annule();
      }).catch((erreur) => erreur instanceof Annule),
  };
}
export type OrganisationEnBase = ReturnType<typeof withOrganisation>;

/** Chaque acte, demandé par chacun : TypeScript et la base disent pareil, et ce que l'on attend. */
export function describeDroits(o: OrganisationEnBase, actes: readonly ActeEssaye[]): void {
  describe.each(actes)('$nom', ({ can, ecrit, permis }) => {
    test.each(ROLES)('%s : TypeScript et la base disent pareil', async (role) => {
      const dit = await o.asRole(role, async (contexte) => can(contexte));
      expect(dit).toBe(permis.includes(role));
      expect(await o.essaie(role, ecrit)).toBe(dit);
    });
  });
}

/** Ce que dit le refus d'un acte ; le test échoue si l'acte passe. */
export function erreurDe(
  promesse: Promise<unknown>,
): Promise<Error & { champ?: string; erreurs?: Record<string, string>; actuel?: Record<string, string> }> {
  return promesse.then(
    () => expect.fail('L’acte aurait dû être refusé'),
    (erreur) => erreur,
  );
}
