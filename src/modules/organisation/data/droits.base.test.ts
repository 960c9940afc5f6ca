import { expect, test } from 'vitest';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { canRecordParametre, canUpdateOrganisation } from '../droits.ts';
import { type ActeEssaye, describeDroits, withOrganisation } from '../testing/organisation-en-base.ts';
import { createUnite } from './unites-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
const periode = '[2030-01-01,)';
const ACTES: ActeEssaye[] = [
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
describeDroits(o, ACTES);

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
