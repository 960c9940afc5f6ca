import { beforeAll, describe, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { canRecordParametre, canUpdateOrganisation } from '../droits.ts';
import { createOrganisationEssai, type OrganisationEssai } from '../testing/organisation-factory.ts';
import { createUnite } from './unites-commands.server.ts';

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
    nom: 'créer une unité',
    can: ({ agent }) => canUpdateOrganisation(agent),
    ecrit: ({ tx }) =>
      tx
        .insertInto('organisation.unite')
        .values({
          id: createIdentifiant(),
          code: createIdentifiant(),
          nom: 'x',
          nature: 'site',
          parentId: o.unites.nord,
          periode,
        })
        .execute(),
    permis: ['administrateur'],
  },
  {
    nom: 'régler un paramètre',
    can: ({ agent }) => canRecordParametre(agent),
    ecrit: ({ tx }) =>
      tx
        .insertInto('organisation.parametre')
        .values({
          id: createIdentifiant(),
          cle: createIdentifiant(),
          valeur: '1',
          periode,
          confiance: 'local',
          source: 'x',
        })
        .execute(),
    permis: ['directeur', 'administrateur'],
  },
];

const isPermis = (promesse: Promise<unknown>) => promesse.then(() => true).catch(() => false);
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

test('un acte interdit ressemble à un acte sur ce qui n’existe pas', async () => {
  const saisie = { code: 'Z', nom: 'Z', nature: 'site', parentId: o.unites.nord, du: '1/1/2026' };
  const interdit = base.asAgent(o.agents.cadreNord.agentId, (contexte) =>
    executeCommand(contexte, createUnite, saisie),
  );
  await expect(interdit).rejects.toThrow(Introuvable);
});

test('sans session ouverte, l’organisation est vide', async () => {
  const client = await base.db.agents.connect();
  try {
    await client.query('begin; set local role marelle_agent');
    expect((await client.query('select * from organisation.agent')).rowCount).toBe(0);
    expect(await isPermis(client.query("update organisation.agent set nom = 'x'"))).toBe(true);
    await client.query('rollback');
  } finally {
    client.release();
  }
  expect((await base.executeSql("select 1 from organisation.agent where nom = 'x'")).length).toBe(0);
});
