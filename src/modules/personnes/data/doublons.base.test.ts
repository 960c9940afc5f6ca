import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import { recordDistinction } from '#modules/rapprochement/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { withBase } from '#tests/support/base.ts';
import { updateDoublons } from './doublons.server.ts';
import { listDoublons, listFusions } from './doublons-queries.server.ts';
import { fusionnerPersonnes } from './fusion-commands.server.ts';

type Departement = Awaited<ReturnType<typeof createDepartement>>;
const base = withBase();
let unites: Departement['unites'];
let addAgent: Departement['addAgent'];
let crip: string;
let gardee: string;
let absorbee: string;

beforeAll(async () => {
  ({ unites, addAgent } = await createDepartement(base.executeSql));
  crip = await addAgent('agent-crip', unites.departement);
  const insert = (nom: string, prenom: string, ne: string) =>
    anEnfant().surLeTerritoire(unites.nord1).nomme(nom, prenom).ne(ne).insert(base.executeSql);
  const proche = async (nom: string, prenom: string, naissance: string, enfantId: string) => {
    const id = await insertPersonne(base.executeSql, { nom, prenom, sexe: 'feminin', naissance });
    await insertLien(base.executeSql, enfantId, id, 'grand-parent');
    return id;
  };
  gardee = await insert('Postel', 'Éléna', '2011-08-19');
  absorbee = await insert('Elena', 'Postel', '2011-08-19');
  const soan = await insert('Castel', 'Soan', '2010-08-03');
  await insert('Castel', 'Soan', '2010-03-08');
  await insert('Auvray', 'Camille', '2010-03-18');
  await insert('Auvray', 'Camile', '2010-03-18');
  // Des jumeaux, et une grand-mère qui porte le nom de sa petite-fille : deux personnes.
  await insert('Lenoir', 'Léa', '2015-05-05');
  await insert('Lenoir', 'Tom', '2015-05-05');
  await proche('Castel', 'Soan', '2010-08-13', soan);
  // Un chiffre d'écart : une faute de frappe si les deux dates sont établies, rien si l'une n'est que déclarée.
  await insert('Hamel', 'Ines', '2012-05-14');
  await insert('Hamel', 'Ines', '2012-05-15');
  const declaree = await insert('Diallo', 'Moussa', '2009-01-01');
  await insert('Diallo', 'Moussa', '2008-01-01');
  await base.executeSql("update enfants.personne set naissance_precision = 'declaree' where id = $1", [declaree]);
  await proche('Durand', 'Anne', '1960-01-01', soan);
  const anne = await proche('Martin', 'Anne', '1960-01-01', gardee);
  await base.executeSql("update enfants.personne set nom_usage = 'Durand' where id = $1", [anne]);
  await base.asSystem(({ tx }) => updateDoublons(tx));
});

test('chaque paire probable dit pourquoi ; jumeaux et fiches liées n’en sont pas', async () => {
  const paires = await base.asAgent(crip, (contexte) => listDoublons(contexte));
  expect(paires.map(({ a, b, raison }) => `${a.nom} ${a.prenom} / ${b.nom} ${b.prenom} : ${raison}`)).toEqual([
    'Postel Éléna / Elena Postel : inversion',
    'Durand Anne / Martin Anne : usage',
    'Auvray Camille / Auvray Camile : proche',
    'Castel Soan / Castel Soan : jour-mois',
    'Hamel Ines / Hamel Ines : chiffre',
  ]);
});

test('une fiche réunie se nomme comme elle l’était', async () => {
  const faites = await base.asAgent(crip, async (contexte) => {
    await executeCommand(contexte, fusionnerPersonnes, { gardeeId: gardee, absorbeeId: absorbee, motif: 'même acte' });
    return listFusions(contexte, gardee);
  });
  expect(faites).toMatchObject([{ absorbee: 'Elena Postel', motif: 'même acte', auteur: 'Agent Essai agent-crip' }]);
});

test('deux fiches dites distinctes quittent la liste', async () => {
  const list = () => base.asAgent(crip, (contexte) => listDoublons(contexte));
  const [premiere, ...suivantes] = await list();
  if (!premiere) throw new Error('La liste est vide');
  const saisie = { personneId: premiere.a.id, autreId: premiere.b.id, motif: 'Deux actes de naissance différents.' };
  await base.asAgent(crip, (contexte) => executeCommand(contexte, recordDistinction, saisie));
  expect((await list()).map(({ a, b }) => [a.id, b.id])).toEqual(suivantes.map(({ a, b }) => [a.id, b.id]));
});

test('une personne écrite demande la recherche une fois ; ce qui a changé depuis la dernière se voit après elle', async () => {
  await base.executeSql('update travaux.demande set prise_le = now()');
  await base.executeSql("update enfants.personne set telephone = '0102030405' where id = $1", [gardee]);
  const demandes = () =>
    base.executeSql("select 1 from travaux.demande where travail = 'personnes.doublons.chercher' and prise_le is null");
  expect(await demandes()).toEqual([]);
  for (const prenom of ['Malo', 'Mallo'])
    await anEnfant().surLeTerritoire(unites.nord1).nomme('Leroux', prenom).ne('2016-02-29').insert(base.executeSql);
  expect(await demandes()).toHaveLength(1);
  await base.asSystem(({ tx }) => updateDoublons(tx));
  const noms = (await base.asAgent(crip, (contexte) => listDoublons(contexte))).map(({ a }) => a.nom);
  expect(noms).toContain('Leroux');
});

test('une paire dont on ne voit pas les deux fiches ne se montre pas, ni par la table', async () => {
  const referent = await addAgent('cadre-territorial-ase', unites.sud);
  expect(await base.asAgent(referent, (contexte) => listDoublons(contexte))).toEqual([]);
  const parLaTable = base.asAgent(referent, ({ tx }) => sql`select 1 from enfants.doublon`.execute(tx));
  await expect(parLaTable).rejects.toThrow(/permission denied/);
});
