import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { withBase } from '#tests/support/base.ts';
import { canReconnaitre } from '../droits.ts';
import type { IdentiteComparee } from '../ressemblance.ts';
import { updateCles } from './cles.server.ts';
import { recordDistinction } from './distinction-commands.server.ts';
import { listRessemblances } from './ressemblances-queries.server.ts';

const base = withBase();
let crip: string;
let agentNord: string;
let agentSud: string;
let lea: string;
let leaSud: string;
let restreinte: string;

const list = (agent: string, identite: IdentiteComparee, sauf: string | null = null) =>
  base.asAgent(agent, (contexte) => listRessemblances(contexte, identite, { sauf }));
const ids = async (agent: string, identite: IdentiteComparee, sauf: string | null = null) =>
  (await list(agent, identite, sauf)).map(({ id }) => id);
const tenirLesCles = () => base.asSystem(({ tx }) => updateCles(tx, 1_000));
const comptes = async () =>
  (
    await base.executeSql<{ attente: number; cles: number }>(
      'select (select count(*)::int from rapprochement.cle_en_attente) as attente, (select count(*)::int from rapprochement.cle_recherche) as cles',
    )
  )[0];

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  crip = await addAgent('agent-crip', unites.departement);
  agentNord = await addAgent('responsable-territoire-enfance', unites.nord);
  agentSud = await addAgent('responsable-territoire-enfance', unites.sud);
  const nord = anEnfant().surLeTerritoire(unites.nord1);
  lea = await nord.nomme('Lecoutey', 'Léa').ne('2015-04-03').insert(base.executeSql);
  await nord.nomme('Lecoutey', 'Tom').ne('2015-04-03').insert(base.executeSql);
  await nord.nomme('Martin', 'Emma').ne('2012-10-21').insert(base.executeSql);
  leaSud = await anEnfant()
    .surLeTerritoire(unites.sud1)
    .nomme('Lecoutey', 'Léa')
    .ne('2015-04-03')
    .insert(base.executeSql);
  restreinte = await nord.nomme('Vauquelin', 'Ysé').ne('2014-02-02').restreint().insert(base.executeSql);
});

describe('chercher qui ressemble', () => {
  const ecritures: [string, IdentiteComparee][] = [
    ['sans accents', { nom: 'LECOUTEY', prenom: 'LEA', dateNaissance: '2015-04-03' }],
    ['à l’oreille, une lettre', { nom: 'Le Coutay', prenom: 'Lea', dateNaissance: '2015-04-03' }],
    ['jour et mois inversés', { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '2015-03-04' }],
    ['un chiffre d’écart', { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '2015-04-08' }],
    ['nom et prénom inversés', { nom: 'Léa', prenom: 'Lecoutey', dateNaissance: '2015-04-03' }],
    ['sans date', { nom: 'Lecoutey', prenom: 'Léa' }],
    ['date à la française', { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '03/04/2015' }],
    ['tout dans le nom', { nom: 'Lecoutey Léa', dateNaissance: '2015-04-03' }],
  ];

  it.each(ecritures)('retrouve un enfant écrit %s, aussitôt créé', async (_, identite) => {
    expect((await ids(agentNord, identite))[0]).toBe(lea);
  });

  it('et encore une fois ses clés faites, sans plus regarder les fiches marquées', async () => {
    await tenirLesCles();
    expect(await comptes()).toMatchObject({ attente: 0 });
    for (const [, identite] of ecritures) expect((await ids(agentNord, identite))[0]).toBe(lea);
  });

  it('dit le score, ses raisons, et ce que l’on sait du dossier', async () => {
    const [premiere] = await list(agentNord, {
      nom: 'Lecoutey',
      prenom: 'Lea',
      dateNaissance: '2015-04-03',
      sexe: 'feminin',
    });
    expect(premiere).toMatchObject({
      verdict: 'certain',
      dossier: { ouvertLe: '2015-01-01', closLe: null, territoire: 'nord1' },
    });
    expect(premiere?.raisons.map(({ texte }) => texte)).toContain('même date de naissance');
    expect(premiere?.raisons.reduce((somme, { points }) => somme + points, 0)).toBeGreaterThan(5);
  });

  it('ne tient pas le jumeau pour la même personne', async () => {
    const jumeau = (await list(agentNord, { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '2015-04-03' })).find(
      ({ prenom }) => prenom === 'Tom',
    );
    expect(['a-verifier', undefined]).toContain(jumeau?.verdict);
  });

  it('ne rend rien pour qui n’est pas connu, ni pour une identité vide', async () => {
    expect(await ids(crip, { nom: 'Quettehou', prenom: 'Barnabé', dateNaissance: '2001-01-05' })).toEqual([]);
    expect(await ids(crip, {})).toEqual([]);
  });
});

describe('les droits', () => {
  const identite = { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '2015-04-03' };

  it('chacun ne trouve que les personnes qu’il voit', async () => {
    expect(await ids(agentNord, identite)).toContain(lea);
    expect(await ids(agentNord, identite)).not.toContain(leaSud);
    expect(await ids(agentSud, identite)).toContain(leaSud);
    expect(await ids(agentSud, identite)).not.toContain(lea);
  });

  it('un dossier restreint n’apparaît qu’aux personnes nommées', async () => {
    const cherchee = { nom: 'Vauquelin', prenom: 'Ysé', dateNaissance: '2014-02-02' };
    expect(await ids(agentNord, cherchee)).toEqual([]);
    await base.executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values (gen_random_uuid(), $1, $2, 'Essai.', '[2015-01-01,)')",
      [restreinte, agentNord],
    );
    expect(await ids(agentNord, cherchee)).toEqual([restreinte]);
  });

  it('les droits écrits et la base reconnaissent les mêmes, pour chaque agent', async () => {
    const enfants = await base.executeSql<{ id: string; restreint: boolean }>(
      'select id, restreint from enfants.enfant',
    );
    const comptes = { oui: 0, non: 0 };
    for (const agentId of [crip, agentNord, agentSud])
      await base.asAgent(agentId, async ({ tx, agent }) => {
        for (const { id, restreint } of enfants) {
          const { rows: dits } = await sql<{ vue: boolean; reconnue: boolean }>`
            select acces.voit_personne(${id}) as vue, acces.reconnait_personne(${id}) as reconnue`.execute(tx);
          const [dit] = dits;
          expect(dit?.reconnue).toBe(canReconnaitre(agent, { vue: dit?.vue ?? false, restreinte: restreint }));
          comptes[dit?.reconnue ? 'oui' : 'non'] += 1;
        }
      });
    expect(Math.min(comptes.oui, comptes.non)).toBeGreaterThan(1);
  });

  it.each(['cle_recherche', 'cle_en_attente', 'cle_version'])('un agent ne lit ni n’écrit %s', async (table) => {
    const execute = (texte: string) =>
      base.asAgent(crip, ({ tx }) =>
        tx.executeQuery({ sql: texte, parameters: [], query: { kind: 'RawNode' } } as never),
      );
    await expect(execute(`select * from rapprochement.${table}`)).rejects.toThrow(/permission denied/);
    await expect(execute(`delete from rapprochement.${table}`)).rejects.toThrow(/permission denied/);
  });
});

describe('les clés suivent chaque écriture', () => {
  it('un nom corrigé, un autre nom, une personne effacée, quel que soit l’écrivain', async () => {
    await tenirLesCles();
    const cherche = (nom: string) => ids(crip, { nom, prenom: 'Basile', dateNaissance: '2011-06-30' });
    const mere = await insertPersonne(base.executeSql, {
      nom: 'Quesnel',
      prenom: 'Basile',
      sexe: 'masculin',
      naissance: '2011-06-30',
    });
    await insertLien(base.executeSql, lea, mere, 'grand-parent');
    expect(await cherche('Quesnel')).toEqual([mere]);
    await tenirLesCles();
    await base.executeSql("update enfants.personne set nom = 'Bouffard' where id = $1", [mere]);
    expect(await cherche('Bouffard')).toEqual([mere]);
    await tenirLesCles();
    expect(await cherche('Bouffard')).toEqual([mere]);
    await base.executeSql(
      "insert into enfants.autre_nom (id, personne_id, nature, nom, prenom) values (gen_random_uuid(), $1, 'anterieur', 'Ozouf', null)",
      [mere],
    );
    for (const passe of [0, 1]) {
      const [trouvee] = await list(crip, { nom: 'Ozouf', prenom: 'Basile', dateNaissance: '2011-06-30' });
      expect(trouvee?.id, `passage ${passe}`).toBe(mere);
      expect(trouvee?.raisons[0]?.texte).toMatch(/autre nom connu/);
      await tenirLesCles();
    }
    await base.executeSql('delete from enfants.lien where personne_id = $1', [mere]);
    await base.executeSql('delete from enfants.personne where id = $1', [mere]);
    const restes = await base.executeSql('select 1 from rapprochement.cle_recherche where personne_id = $1', [mere]);
    expect(restes).toEqual([]);
  });

  it('une écriture qui ne change ni nom ni naissance ne refait rien', async () => {
    await tenirLesCles();
    await base.executeSql("update enfants.personne set telephone = '0639980001', version = version + 1 where id = $1", [
      lea,
    ]);
    expect(await comptes()).toMatchObject({ attente: 0 });
  });

  it('beaucoup de fiches d’un coup demandent le travail, une seule fois', async () => {
    await tenirLesCles();
    await base.executeSql('delete from travaux.demande');
    await base.executeSql(`insert into enfants.personne (id, nom, prenom, date_naissance)
      select gen_random_uuid(), 'Lot ' || i, 'Prénom', date '2010-01-01' + i from generate_series(1, 60) i`);
    await base.executeSql("update enfants.personne set prenom = 'Autre' where nom like 'Lot %'");
    const demandes = await base.executeSql("select 1 from travaux.demande where travail = 'rapprochement.cles.tenir'");
    expect(demandes).toHaveLength(1);
    expect(await tenirLesCles()).toBe(60);
  });
});

describe('dire que ce n’est pas la même personne', () => {
  const dire = (agent: string, personneId: string, autreId: string, motif = 'Deux actes de naissance différents.') =>
    base.asAgent(agent, (contexte) => executeCommand(contexte, recordDistinction, { personneId, autreId, motif }));

  it('les recherches suivantes le respectent, dans les deux sens, et l’acte est au journal', async () => {
    const identite = { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '2015-04-03' };
    expect(await ids(crip, identite, leaSud)).toContain(lea);
    await dire(crip, lea, leaSud);
    expect(await ids(crip, identite, leaSud)).not.toContain(lea);
    expect(await ids(crip, identite, lea)).not.toContain(leaSud);
    expect(await ids(crip, identite)).toEqual(expect.arrayContaining([lea, leaSud]));
    const [trace] = await base.executeSql<{ agent_id: string }>(
      "select agent_id from journal.evenement where acte = 'rapprochement.distinction.enregistrer'",
    );
    expect(trace?.agent_id).toBe(crip);
    await expect(dire(crip, leaSud, lea)).rejects.toThrow(/déjà dit/);
  });

  it('demande une raison, deux fiches différentes, et de les voir toutes deux', async () => {
    await expect(dire(crip, lea, leaSud, ' ')).rejects.toThrow();
    await expect(dire(crip, lea, lea)).rejects.toThrow();
    await expect(dire(agentNord, lea, leaSud)).rejects.toThrow(/hors de vos missions/);
  });
});
