import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { insertDelegation } from '../testing/delegation-factory.ts';
import { getSignature, listUnitesSignees, verifySignature } from './signature.server.ts';

const base = withBase();
const ACTE = 'ip.decider';
let unites: Awaited<ReturnType<typeof createOrganisationEssai>>['unites'];
const a = { titulaire: '', suppleant: '', sans: '' };

beforeAll(() =>
  base.asSystem(async ({ tx }) => {
    const o = await createOrganisationEssai(tx);
    unites = o.unites;
    const { agentId } = await createAgentEssai(tx, {
      nom: 'Inspecteur',
      profil: 'inspecteur-enfance',
      uniteId: unites.nord,
    });
    a.titulaire = agentId;
    a.suppleant = o.agents.cadreNord.agentId;
    a.sans = o.agents.referentNord.agentId;
  }),
);
beforeEach(() => base.executeSql('delete from organisation.delegation'));

const lireUnites = (agentId: string) =>
  base.asAgent(agentId, async (contexte) => (await listUnitesSignees(contexte, [ACTE]))[ACTE]);
const signe = (agentId: string, uniteId: string) =>
  base.asAgent(agentId, async (contexte) => (await getSignature(contexte, ACTE, uniteId)).verdict.issue === 'accepte');
const poser = (agentId: string, plus: Partial<Parameters<typeof insertDelegation>[1]> = {}) =>
  insertDelegation(base.executeSql, { agentId, acte: ACTE, uniteId: unites.nord, ...plus });

describe('Où un agent peut signer ce jour (CGCT L3221-3)', () => {
  it('dit, unité par unité, la même chose que la vérification de sa signature', async () => {
    await poser(a.titulaire);
    await poser(a.suppleant, { uniteId: unites.siteNord, suppleance: true });
    await poser(a.sans, { uniteId: unites.sud, periode: '[2020-01-01,2026-11-21)' });
    await poser(a.sans, { uniteId: unites.siteSud, arreteLe: '2026-11-22' });
    await base.executeSql(
      "insert into organisation.absence (id, agent_id, periode) values ($1, $2, '[2026-11-20,2026-11-25)')",
      [createIdentifiant(), a.titulaire],
    );
    for (const agentId of Object.values(a)) {
      const { siennes } = await lireUnites(agentId);
      for (const [nom, uniteId] of Object.entries(unites))
        expect([nom, siennes.includes(uniteId)]).toEqual([nom, await signe(agentId, uniteId)]);
    }
    expect((await lireUnites(a.suppleant)).siennes, 'le titulaire est absent').toEqual([unites.siteNord]);
    await base.executeSql('delete from organisation.absence');
    expect((await lireUnites(a.suppleant)).siennes, 'le titulaire est là').toEqual([]);
  });

  it('dit aussi où l’acte est délégué à d’autres ; sans délégation, nulle part', async () => {
    expect(await lireUnites(a.sans)).toEqual({ siennes: [], deleguees: [] });
    await poser(a.titulaire);
    const { nord, siteNord } = unites;
    const lues = await lireUnites(a.sans);
    expect(lues.siennes).toEqual([]);
    expect(lues.deleguees.toSorted()).toEqual([nord, siteNord].toSorted());
  });
});

it('une signature refusée nomme qui peut signer (CGCT L3221-3)', async () => {
  await poser(a.titulaire);
  const refus = base.asAgent(a.sans, (contexte) => verifySignature(contexte, ACTE, unites.siteNord));
  await expect(refus).rejects.toThrow(/Peuvent signer : INSPECTEUR Camille \(Territoire nord\)/);
  const sienne = await base.asAgent(a.titulaire, (contexte) => verifySignature(contexte, ACTE, unites.siteNord));
  expect(sienne.arreteNumero).toBe('2020-101');
});
