import { beforeAll, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { CommuneFiltre } from '../commune.ts';
import { createOrganisationEssai, JOUR_ESSAI, type OrganisationEssai } from '../testing/organisation-factory.ts';
import { listCommunes } from './secteurs.server.ts';
import { getUnite, getVocabulaire } from './unites.server.ts';

const base = withBase();
let o: OrganisationEssai;
const page = { page: 1, taille: 50 };
const lit = <T>(fn: (contexte: Contexte) => Promise<T>) => base.asAgent(o.agents.referentNord.agentId, fn);

beforeAll(async () => {
  o = await base.asSystem(async ({ tx }) => {
    const essai = await createOrganisationEssai(tx);
    const { unites } = essai;
    await tx
      .insertInto('organisation.secteur')
      .values({ id: createIdentifiant(), communeCode: '80021', uniteId: unites.siteNord, periode: '[2020-01-01,)' })
      .execute();
    return essai;
  });
});

test('la fiche d’une unité dit ce qui la contient et les communes qu’elle dessert', async () => {
  const fiche = await lit((contexte) => getUnite(contexte, o.unites.siteNord));
  expect(fiche.ancetres.map(({ code }) => code)).toEqual(['DEP', 'TN']);
  expect(fiche.communes).toMatchObject([{ nom: 'Amiens', unite: 'Site du nord' }]);
  await expect(lit((contexte) => getUnite(contexte, createIdentifiant()))).rejects.toThrow(Introuvable);
  await expect(lit((contexte) => getUnite(contexte, 'pas-un-identifiant'))).rejects.toThrow(Introuvable);
});

test('les communes du département, et celles que personne ne dessert', async () => {
  const toutes = await lit((contexte) => listCommunes(contexte, CommuneFiltre.parse({}), page));
  expect(toutes.lignes.map(({ nom, unite }) => [nom, unite])).toEqual([
    ['Abbeville', null],
    ['Amiens', 'Site du nord'],
  ]);
  const sans = await lit((contexte) =>
    listCommunes(contexte, CommuneFiltre.parse({ desserte: 'sans', q: '80100' }), page),
  );
  expect(sans.lignes.map(({ nom }) => nom)).toEqual(['Abbeville']);
});

test('sans réglage, les mots du département ont leur valeur par défaut', async () => {
  expect(await lit(({ tx }) => getVocabulaire(tx, JOUR_ESSAI))).toEqual({ site: 'site', territoire: 'territoire' });
});
