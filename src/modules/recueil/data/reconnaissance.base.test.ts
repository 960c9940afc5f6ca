import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { createInformation } from './reception-commands.server.ts';
import { closeReconnaissance, recordPasLaMeme, recordReconnaissance } from './reconnaissance-commands.server.ts';
import { listCandidats, listDecrits } from './reconnaissance-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadreSud: string;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadreSud = await d.addAgent('cadre-territorial-ase', d.unites.sud);
});

const fait = <S extends Parameters<typeof executeCommand>[1]['saisie'], C, T>(
  agent: string,
  command: Command<S, C, T>,
  brut: object,
) => base.asAgent(agent, (contexte) => executeCommand(contexte, command, brut));
const identite = { nom: 'Lefevre', prenom: 'Zoe', dateNaissance: jourCivil('2015-02-28') };
const zoe = () =>
  anEnfant().nomme('Lefèvre', 'Zoé').ne('2015-02-28').surLeTerritoire(d.unites.nord).insert(base.executeSql);

it('un enfant connu se propose avec ses raisons et ce que la cellule a déjà reçu pour lui', async () => {
  const enfantId = await zoe();
  const { numero } = await anInformation().dansUnite(d.unites.nord).avecMineur({ enfantId }).insert(base.executeSql);
  const candidats = await base.asAgent(crip, (c) => listCandidats(c, identite, { enfant: true }));
  expect(candidats[0]).toMatchObject({
    id: enfantId,
    verdict: 'certain',
    dossier: { closLe: null },
    recues: [{ numero }],
  });
  expect(candidats[0]?.raisons.length).toBeGreaterThan(0);
});

it('la cellule reconnaît et relie dans tout le département, sans voir le dossier (CASF L226-3)', async () => {
  const cellule = await d.addAgent('agent-crip', d.unites.sud1);
  const enfantId = await zoe();
  const mere = await insertPersonne(base.executeSql, {
    nom: 'Lefèvre',
    prenom: 'Nadia',
    sexe: 'feminin',
    naissance: '1985-03-12',
  });
  await insertLien(base.executeSql, enfantId, mere, 'mere');
  // D'autres essais ont posé la même Zoé : c'est la sienne qu'on cherche, à son rang quelconque.
  const candidats = await base.asAgent(cellule, (c) => listCandidats(c, identite, { enfant: true }));
  expect(candidats.find(({ id }) => id === enfantId)).toMatchObject({ vue: false, dossier: { territoire: 'nord' } });
  const meres = await base.asAgent(cellule, (c) =>
    listCandidats(c, { nom: 'Lefevre', prenom: 'Nadia', dateNaissance: jourCivil('1985-03-12') }, { enfant: false }),
  );
  expect(meres[0]).toMatchObject({ id: mere, vue: false, dossier: null });
  const { id, mineurs } = await anInformation().dansUnite(d.unites.departement).avecMineur({}).insert(base.executeSql);
  await fait(cellule, recordReconnaissance, { informationId: id, mineurId: mineurs[0], personneId: enfantId });
  const { mineurs: lus } = await base.asAgent(cellule, (c) => listDecrits(c, id));
  expect(lus).toMatchObject([{ lieA: enfantId, lieNom: 'Lefèvre Zoé' }]);
  const { rows: vus } = await base.asAgent(cellule, ({ tx }) =>
    sql`select id from enfants.personne where id in (${enfantId}, ${mere})`.execute(tx),
  );
  expect(vus).toEqual([]);
});

it('ni un enfant restreint, ni ceux qu’on ne connaît que par lui, ne se reconnaissent', async () => {
  const cache = await anEnfant().nomme('Ozenne', 'Ada').ne('2014-01-02').restreint().insert(base.executeSql);
  const pere = await insertPersonne(base.executeSql, {
    nom: 'Ozenne',
    prenom: 'Gildas',
    sexe: 'masculin',
    naissance: '1980-06-07',
  });
  await insertLien(base.executeSql, cache, pere, 'pere');
  for (const [prenom, dateNaissance] of [
    ['Ada', '2014-01-02'],
    ['Gildas', '1980-06-07'],
  ] as const) {
    const cherche = { nom: 'Ozenne', prenom, dateNaissance: jourCivil(dateNaissance) };
    expect(await base.asAgent(crip, (c) => listCandidats(c, cherche, { enfant: false }))).toEqual([]);
  }
  const { id, mineurs } = await anInformation().dansUnite(d.unites.departement).avecMineur({}).insert(base.executeSql);
  for (const personneId of [cache, pere])
    await expect(
      fait(crip, recordReconnaissance, { informationId: id, mineurId: mineurs[0], personneId }),
    ).rejects.toBeInstanceOf(Introuvable);
});

it('qui est hors des missions, ou restreint, ne se propose pas', async () => {
  const restreint = await anEnfant().nomme('Caché', 'Ada').ne('2014-01-02').restreint().insert(base.executeSql);
  await zoe();
  expect(await base.asAgent(cadreSud, (c) => listCandidats(c, identite, { enfant: true }))).toEqual([]);
  const trouves = await base.asAgent(crip, (c) =>
    listCandidats(c, { nom: 'Caché', prenom: 'Ada', dateNaissance: jourCivil('2014-01-02') }, { enfant: true }),
  );
  expect(trouves.map(({ id }) => id)).not.toContain(restreint);
});

it('une identité trop maigre ne ressemble à personne', async () => {
  expect(
    await base.asAgent(crip, (c) =>
      listCandidats(c, { nom: null, prenom: 'Zoé', dateNaissance: null }, { enfant: true }),
    ),
  ).toEqual([]);
});

it('relier un mineur retrouve aussitôt ce qui avait été reçu pour lui ; défaire le détache', async () => {
  const enfantId = await zoe();
  const ancienne = await anInformation()
    .dansUnite(d.unites.nord)
    .avecMineur({ enfantId, nom: 'Autre', prenom: 'Nom' })
    .insert(base.executeSql);
  const { id, mineurs } = await anInformation()
    .dansUnite(d.unites.departement)
    .avecMineur({ nom: 'Lefebvre', prenom: 'Zoée' })
    .insert(base.executeSql);
  await fait(crip, recordReconnaissance, { informationId: id, mineurId: mineurs[0], personneId: enfantId });
  expect(await base.executeSql('select liee_id, nature from ip.lien where information_id = $1', [id])).toEqual([
    { liee_id: ancienne.id, nature: 'meme-enfant' },
  ]);
  const { mineurs: lus } = await base.asAgent(crip, (c) => listDecrits(c, id));
  expect(lus).toMatchObject([{ lieA: enfantId, lieNom: 'Lefèvre Zoé' }]);
  await fait(crip, closeReconnaissance, { informationId: id, mineurId: mineurs[0] });
  expect((await base.asAgent(crip, (c) => listDecrits(c, id))).mineurs).toMatchObject([{ lieA: null }]);
});

it('« pas la même personne » se retient, et se redit sans erreur', async () => {
  const enfantId = await zoe();
  const { id, mineurs } = await anInformation().dansUnite(d.unites.departement).insert(base.executeSql);
  for (let fois = 0; fois < 2; fois += 1)
    await fait(crip, recordPasLaMeme, { informationId: id, mineurId: mineurs[0], personneId: enfantId });
  const { mineurs: lus } = await base.asAgent(crip, (c) => listDecrits(c, id));
  expect(lus[0]?.distingues).toEqual([enfantId]);
  const candidats = await base.asAgent(crip, (c) =>
    listCandidats(c, identite, { enfant: true, sauf: lus[0]?.distingues }),
  );
  expect(candidats.map((candidat) => candidat.id)).not.toContain(enfantId);
});

it('un adulte se relie à sa fiche ; un mineur, seulement à un dossier d’enfant', async () => {
  const enfantId = await zoe();
  const mere = await insertPersonne(base.executeSql, {
    nom: 'Lefèvre',
    prenom: 'Rose',
    sexe: 'feminin',
    naissance: '1985-04-05',
  });
  await insertLien(base.executeSql, enfantId, mere);
  const { id, mineurs, adultes } = await anInformation()
    .dansUnite(d.unites.departement)
    .avecAdulte({ nom: 'Lefevre', prenom: 'Rose' })
    .insert(base.executeSql);
  await fait(crip, recordReconnaissance, { informationId: id, adulteId: adultes[0], personneId: mere });
  expect((await base.asAgent(crip, (c) => listDecrits(c, id))).adultes).toMatchObject([{ lieA: mere }]);
  await expect(
    fait(crip, recordReconnaissance, { informationId: id, mineurId: mineurs[0], personneId: mere }),
  ).rejects.toBeInstanceOf(Refus);
});

it('deux mineurs ne sont pas le même enfant, et l’on ne se relie ni à qui l’on ne voit pas, ni par une autre information', async () => {
  const enfantId = await zoe();
  const invisible = await anEnfant().surLeTerritoire(d.unites.nord).insert(base.executeSql);
  const { id, mineurs } = await anInformation()
    .dansUnite(d.unites.sud)
    .avecMineur()
    .avecMineur()
    .insert(base.executeSql);
  const autre = await anInformation().dansUnite(d.unites.sud).insert(base.executeSql);
  await fait(crip, recordReconnaissance, { informationId: id, mineurId: mineurs[0], personneId: enfantId });
  const refus = (brut: object, agent = crip) =>
    fait(agent, recordReconnaissance, { informationId: id, ...brut }).catch((e: unknown) => e);
  expect(await refus({ mineurId: mineurs[1], personneId: enfantId })).toBeInstanceOf(Refus);
  expect(await refus({ mineurId: mineurs[1], personneId: invisible }, cadreSud)).toBeInstanceOf(Introuvable);
  expect(await refus({ mineurId: autre.mineurs[0], personneId: enfantId })).toBeInstanceOf(Introuvable);
  expect(await refus({ mineurId: mineurs[1], adulteId: mineurs[1], personneId: enfantId })).toBeInstanceOf(
    SaisieInvalide,
  );
});

it('à la réception aussi, on ne se relie qu’à qui l’on voit', async () => {
  const restreint = await anEnfant().restreint().insert(base.executeSql);
  const appel = {
    recueLe: '20/11/2026',
    recueHeure: '9h',
    urgence: 'ordinaire',
    canal: 'telephone',
    source: 'pmi',
    faits: 'x',
    adultes: [],
  };
  await expect(
    fait(crip, createInformation, { ...appel, mineurs: [{ prenom: 'A', enfantId: restreint }] }),
  ).rejects.toBeInstanceOf(SaisieInvalide);
});
