import { beforeAll, expect, test } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { findIdParNumero, findParRecherche } from './recherche-queries.server.ts';

const base = withBase();
let cadre: string;
let referent: string;
let lou: string;
let mere: string;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  cadre = await addAgent('responsable-pole', unites.departement);
  referent = await addAgent('referent-educatif', unites.nord1);
  const enfant = anEnfant().surLeTerritoire(unites.nord1);
  lou = await enfant.nomme('Quesnel', 'Lou-Anne').ne('2019-03-04').suiviPar(referent).insert(base.executeSql);
  await enfant.nomme('Quesnel', 'Tom').ne('2012-07-01').insert(base.executeSql);
  await enfant.nomme('Dupuis', 'Hugo').ne('2012-07-02').insert(base.executeSql);
  await enfant.nomme('Quesnel', 'Secret').restreint().insert(base.executeSql);
  mere = await insertPersonne(base.executeSql, { nom: 'Lô', prenom: 'Ève', sexe: 'feminin', naissance: '1990-01-01' });
  await insertLien(base.executeSql, lou, mere);
  // De quoi sortir du raccourci de ceux qui suivent peu d'enfants.
  for (let rang = 0; rang < 520; rang += 1) await enfant.nomme(`Foule${rang}`, 'Ana').insert(base.executeSql);
});

const chercher = (agent: string, texte: string) =>
  base.asAgent(agent, async (contexte) =>
    (await findParRecherche(contexte, texte)).map(({ nom, prenom }) => `${nom} ${prenom}`),
  );

test.each([
  ['quesnel', ['Quesnel Lou-Anne', 'Quesnel Tom']],
  ['lou anne quesnel', ['Quesnel Lou-Anne']],
  ['QUESNEL 2012', ['Quesnel Tom']],
  ['quesnle tom', ['Quesnel Tom']],
  ['1er juillet 2012', ['Quesnel Tom']],
  ['2012', ['Quesnel Tom', 'Dupuis Hugo']],
  ['eve lo', ['Lô Ève']],
  ['foule519', ['Foule519 Ana']],
  ['secret', []],
])('qui voit tout un territoire cherche « %s »', async (texte, attendus) => {
  expect((await chercher(cadre, texte)).sort()).toEqual([...attendus].sort());
});

test('qui suit un enfant ne trouve que lui et ses proches', async () => {
  expect(await chercher(referent, 'quesnel')).toEqual(['Quesnel Lou-Anne']);
  expect(await chercher(referent, 'eve')).toEqual(['Lô Ève']);
  expect(await chercher(referent, 'hugo')).toEqual([]);
});

test('une personne dit auprès de quels enfants elle est', async () => {
  const [eve] = await base.asAgent(referent, (contexte) => findParRecherche(contexte, 'eve lo'));
  expect(eve).toMatchObject({
    id: mere,
    numero: null,
    liens: [{ enfantId: lou, qualite: 'mere', prenom: 'Lou-Anne' }],
  });
});

test('un numéro exact mène au dossier, pour qui le voit', async () => {
  const [ligne] = await base.executeSql<{ numero: string }>('select numero from enfants.enfant where id = $1', [lou]);
  const numero = ligne?.numero ?? '';
  expect(await base.asAgent(referent, (contexte) => findIdParNumero(contexte, numero))).toBe(lou);
  expect(await base.asAgent(cadre, (contexte) => findIdParNumero(contexte, `${numero}9`))).toBeUndefined();
});
