import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { createDepartement } from '../testing/departement-factory.ts';
import { anEnfant } from '../testing/enfant-factory.ts';

const base = withBase();
const JETON = 'jeton-d-essai';
let client: pg.Client;
let autre: pg.Client;
let referent: string;
let directeur: string;
let sien: string;
let etranger: string;
let protege: string;
let proprietaire: string;
let collegue: string;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  referent = await addAgent('referent-educatif', unites.nord1);
  directeur = await addAgent('directeur', unites.departement);
  sien = await anEnfant().suiviPar(referent).insert(base.executeSql);
  etranger = await anEnfant().nomme('Loin', 'Tout').surLeTerritoire(unites.sud1).insert(base.executeSql);
  protege = await anEnfant().restreint().suiviPar(referent).insert(base.executeSql);
  // Un collègue lui a confié ses enfants le mois dernier, les lui confiera le mois prochain, et s'est ravisé pour ce mois-ci.
  collegue = await addAgent('referent-educatif', unites.nord1);
  await anEnfant().suiviPar(collegue).insert(base.executeSql);
  for (const [de, a, periode] of [
    [collegue, referent, '[2026-10-01,2026-11-21)'],
    [collegue, referent, '[2026-11-22,2026-12-24)'],
    [collegue, referent, 'empty'],
    [directeur, collegue, '[2026-11-01,2026-12-24)'],
  ])
    await base.executeSql(
      "insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values ($1, $2, $3, $4, 'essai', $2)",
      [createIdentifiant(), de, a, periode],
    );
  // Les trois sous le même toit : le foyer de l'un ne fait pas voir les autres.
  const menageId = createIdentifiant();
  await base.executeSql("insert into enfants.menage (id, libelle) values ($1, 'foyer')", [menageId]);
  for (const id of [sien, etranger, protege])
    await base.executeSql(
      "insert into enfants.menage_membre (id, menage_id, personne_id, residence, periode) values ($1, $2, $3, 'principale', '[2020-01-01,)')",
      [createIdentifiant(), menageId, id],
    );
  await base.executeSql(
    "insert into comptes.utilisateur (id, name, email, agent_id) values ('u1', 'Essai', 'essai@exemple.fr', $1)",
    [referent],
  );
  await base.executeSql(
    "insert into comptes.session (id, user_id, token, expires_at) values ('s1', 'u1', $1, now() + interval '1 day')",
    [JETON],
  );
  const [enfant] = await base.executeSql<{ tableowner: string }>(
    "select quote_ident(tableowner) as tableowner from pg_tables where schemaname = 'enfants' and tablename = 'enfant'",
  );
  proprietaire = enfant?.tableowner ?? '';
  await base.asSystem(async () => undefined);
  client = await connect();
  autre = await connect();
});
afterAll(() => Promise.all([client.end(), autre.end()]));

/** Le rôle de l'application, à la main, comme qui aurait trouvé une injection SQL. */
async function connect(): Promise<pg.Client> {
  const c = new pg.Client({ connectionString: base.urls.urlApplication });
  await c.connect();
  return c;
}

const read = async (texte: string, c = client) => (await c.query(texte)).rows;
/** Refusé par la base faute de droit. */
const INTERDIT = '42501';
/**
 * Ne rend rien, ou est refusé faute de droit. Toute autre erreur fait échouer l'essai : une attaque que la base ne sait
 * plus lire ne prouve plus rien.
 */
async function tryTo(texte: string, c = client): Promise<number> {
  await c.query('savepoint attaque');
  try {
    const resultat: pg.QueryResult | pg.QueryResult[] = await c.query(texte);
    const derniers = Array.isArray(resultat) ? resultat.at(-1) : resultat;
    return derniers?.rows.length || derniers?.rowCount || 0;
  } catch (erreur) {
    if ((erreur as pg.DatabaseError).code !== INTERDIT) throw erreur;
    return 0;
  } finally {
    await c.query('rollback to savepoint attaque').catch(() => undefined);
  }
}
const openSession = (c = client) => c.query(`begin; set local role marelle_agent; select acces.ouvrir('${JETON}')`);

const TABLES_FERMEES = [
  'enfants.enfant',
  'enfants.personne',
  'enfants.lien',
  'enfants.mission',
  'enfants.menage',
  'enfants.adresse',
  'enfants.statut',
  'enfants.autorite_parentale',
  'enfants.bris_de_glace',
  'enfants.relais',
  'acces.relais_du_jour',
  'acces.mes_referents',
  'enfants.fusion',
  'organisation.agent',
  'journal.evenement',
  'acces.mes_dossiers',
  'acces.mes_naissances',
  'acces.mes_informations',
  'acces.mineurs_de_mes_informations',
  'acces.equipes_de_mes_informations',
  'acces.equipes_du_jour',
];

describe('Sans session, rien ne se voit', () => {
  beforeEach(async () => void (await client.query('rollback; begin')));
  it.each(TABLES_FERMEES)('%s est fermée au rôle nu et au rôle d’agent', async (table) => {
    expect(await tryTo(`select 1 from ${table}`)).toBe(0);
    expect(await tryTo(`set local role marelle_agent; select 1 from ${table}`)).toBe(0);
  });
  it('forger les réglages de session n’ouvre rien', async () => {
    const forger = `select set_config('marelle.agent', '${directeur}', true), set_config('marelle.unites', '{}', true),
      set_config('marelle.habilitations', '{enfants.lire-perimetre,enfants.modifier,journal.lire}', true), set_config('marelle.sceau', repeat('0', 64), true)`;
    await client.query('set local role marelle_agent');
    for (const table of TABLES_FERMEES) expect(await tryTo(`${forger}; select 1 from ${table}`)).toBe(0);
    expect(await tryTo(`${forger}; insert into journal.evenement (acte) values ('faux')`)).toBe(0);
  });
  it('un jeton faux n’ouvre rien', async () => {
    await client.query('set local role marelle_agent');
    expect(await read("select acces.ouvrir('faux') as qui")).toEqual([{ qui: null }]);
  });
});

describe('Avec sa session, on reste soi-même', () => {
  beforeEach(async () => {
    await client.query('rollback');
    await openSession();
  });
  it('on ne voit que ses enfants', async () => {
    expect(await read('select id from enfants.enfant')).toEqual([{ id: sien }]);
    expect(await read('select id from enfants.personne')).toEqual([{ id: sien }]);
    expect(await read('select id from acces.mes_dossiers')).toEqual([{ id: sien }]);
  });
  it.each([
    [
      'prendre l’identité d’un autre',
      () => `select set_config('marelle.agent', '${directeur}', true); select 1 from enfants.enfant`,
    ],
    [
      's’ajouter des habilitations',
      () =>
        "select set_config('marelle.habilitations', '{enfants.lire-mission,enfants.proteger}', true); select 1 from enfants.enfant",
    ],
    ['ouvrir la session d’un agent désigné', () => `select acces.ouvrir_agent('${directeur}')`],
    ['fabriquer un sceau', () => "select acces.sceller('x')"],
    ['lire la clé', () => 'select * from acces.cle'],
    ['lire les comptes', () => 'select * from comptes.utilisateur'],
    ['lire les sessions', () => 'select * from comptes.session'],
    ['devenir le rôle système', () => 'set role marelle_systeme; select 1 from enfants.enfant'],
    ['devenir le rôle des comptes', () => 'set role marelle_comptes; select 1 from comptes.session'],
    ['devenir le propriétaire', () => `set role ${proprietaire}; select 1 from acces.cle`],
    ['couper les politiques', () => 'set row_security = off; select 1 from enfants.enfant'],
    ['désarmer une table', () => 'alter table enfants.enfant disable row level security; select 1'],
    ['poser une politique', () => 'create policy tout on enfants.enfant using (true); select 1'],
    ['changer le journal', () => "update journal.evenement set acte = 'rien' returning 1"],
    ['effacer le journal', () => 'delete from journal.evenement returning 1'],
    ['vider le journal', () => 'truncate journal.evenement; select 1'],
    ['poser un sceau de journal', () => 'select journal.poser_sceau()'],
    [
      'signer pour un autre au journal',
      () =>
        `with x as (insert into journal.evenement (acte, agent_id) values ('faux', '${directeur}') returning agent_id) select 1 from x where agent_id <> '${referent}'`,
    ],
    [
      'signer comme le système',
      () => "insert into journal.evenement (acte, systeme) values ('faux', 'moi') returning 1",
    ],
    [
      's’ouvrir un bris de glace à la main',
      () =>
        `insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, expire_le) values (gen_random_uuid(), '${etranger}', '${referent}', 'urgence', 'sans le dire', now() + interval '1 year') returning 1`,
    ],
    [
      'se donner une mission',
      () =>
        `insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values (gen_random_uuid(), '${etranger}', '${referent}', 'equipe', '[2020-01-01,)') returning 1`,
    ],
    [
      'détourner sa mission vers un autre enfant',
      () => `update enfants.mission set enfant_id = '${etranger}' returning 1`,
    ],
    [
      'se nommer sur un dossier restreint',
      () =>
        `insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values (gen_random_uuid(), '${protege}', '${referent}', 'moi', '[2020-01-01,)') returning 1`,
    ],
    [
      'se confier les enfants d’un autre',
      () =>
        `insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values (gen_random_uuid(), '${directeur}', '${referent}', '[2026-11-21,2026-11-22)', 'x', '${referent}') returning 1`,
    ],
    [
      'se confier les enfants d’un autre en signant à sa place',
      () =>
        `insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values (gen_random_uuid(), '${directeur}', '${referent}', '[2026-11-21,2026-11-22)', 'x', '${directeur}') returning 1`,
    ],
    [
      'confier ses enfants au nom d’un autre',
      () =>
        `insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values (gen_random_uuid(), '${referent}', '${collegue}', '[2026-11-21,2026-11-22)', 'x', '${directeur}') returning 1`,
    ],
    [
      'confier ses enfants dans le passé',
      () =>
        `insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values (gen_random_uuid(), '${referent}', '${collegue}', '[2026-11-20,2026-11-25)', 'x', '${referent}') returning 1`,
    ],
    [
      'confier ses enfants à qui n’est pas de son territoire',
      () =>
        `insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values (gen_random_uuid(), '${referent}', '${directeur}', '[2026-11-21,2026-11-25)', 'x', '${referent}') returning 1`,
    ],
    [
      'prolonger le relais qu’on tient',
      () => "update enfants.relais set periode = '[2026-11-01,2027-01-01)' returning 1",
    ],
    ['détourner un relais vers soi', () => `update enfants.relais set relais_id = '${referent}' returning 1`],
    ['effacer un relais', () => 'delete from enfants.relais returning 1'],
    [
      'arrêter le relais que donne un autre',
      () =>
        'select 1 from (select enfants.arreter_relais(r.id, r.version) as fait from enfants.relais r) x where x.fait',
    ],
    ['lire le relais de deux autres', () => `select 1 from enfants.relais where agent_id = '${directeur}'`],
    ['lever une restriction', () => `update enfants.enfant set restreint = false where id = '${protege}' returning 1`],
    [
      'voir une personne en la liant à son enfant',
      () =>
        `insert into enfants.lien (id, enfant_id, personne_id, qualite, periode) values (gen_random_uuid(), '${sien}', '${etranger}', 'autre-proche', '[2020-01-01,)') returning 1`,
    ],
    [
      'écrire une fusion à la main',
      () =>
        `insert into enfants.fusion (id, gardee_id, absorbee_id, motif, deplacements, faite_par) values (gen_random_uuid(), '${sien}', '${etranger}', 'x', '[]', '${referent}') returning 1`,
    ],
    ['fusionner sans droit', () => `select enfants.fusionner('${sien}', '${etranger}', 'x', gen_random_uuid())`],
    ['séparer sans droit', () => 'select enfants.separer(gen_random_uuid())'],
    [
      'déplacer une ligne par la fonction interne',
      () => `select enfants.deplacer_ligne('enfants.mission', 'enfant_id', gen_random_uuid(), '{}', '${sien}')`,
    ],
    ['chercher au-delà de ses missions', () => "select * from enfants.chercher('{loin}', null, null, null, false, 10)"],
    [
      'reconnaître un enfant étranger',
      () => `select * from rapprochement.fiches_reconnues('{${etranger},${protege}}')`,
    ],
    ['lire les fiches en double d’un autre', () => 'select * from enfants.doublons_vus(50)'],
    ['prendre un numéro de dossier', () => "select enfants.prendre_rang('2026')"],
    ['lire la fratrie d’un enfant étranger', () => `select * from enfants.fratrie_hors_missions('${etranger}')`],
    ['lire les foyers d’un enfant étranger', () => `select * from enfants.foyers_de('${etranger}')`],
    [
      'voir un enfant protégé par le foyer qu’il partage',
      () => `select 1 from enfants.foyers_de('${sien}') f, jsonb_array_elements(f.membres)`,
    ],
    ['lire les numéros revus', () => 'select * from acces.dossiers_revus'],
    ['lire les listes d’un autre', () => `select 1 from acces.mes_dossiers where id in ('${etranger}', '${protege}')`],
    [
      'se faire lister les dossiers d’un autre',
      () => `select set_config('marelle.agent', '${directeur}', true); select 1 from acces.mes_dossiers`,
    ],
    [
      'faire trahir un dossier caché par une condition qui échoue sur lui',
      () => "select 1 from acces.mes_dossiers where 1 / (case when nom = 'Loin' then 0 else 1 end) = 2",
    ],
    [
      'faire trahir un numéro caché par un transtypage',
      () => `select 1 from acces.mes_dossiers where case when id = '${sien}' then 0 else numero::integer end = 1`,
    ],
    ['lire les secrets de la grappe', () => 'select rolpassword from pg_authid'],
    ['lire un fichier du serveur', () => "select pg_read_file('/etc/passwd')"],
  ])('%s : rien', async (_, texte) => {
    expect(await tryTo(texte())).toBe(0);
  });
  it('un sceau copié d’une autre transaction, ou d’une autre connexion, ne vaut rien', async () => {
    const noms = ['agent', 'unites', 'habilitations', 'sceau'];
    const [copie] = await read(`select ${noms.map((n) => `current_setting('marelle.${n}') as ${n}`).join()}`);
    const poser = `select ${noms.map((n) => `set_config('marelle.${n}', '${(copie as Record<string, string>)[n]}', true)`).join()}`;
    await client.query('rollback; begin; set local role marelle_agent');
    expect(await tryTo(`${poser}; select 1 from enfants.enfant`)).toBe(0);
    await autre.query('begin; set local role marelle_agent');
    expect(await tryTo(`${poser}; select 1 from enfants.enfant`, autre)).toBe(0);
    await autre.query('rollback');
  });
  it('la transaction finie, la session ne déborde pas sur la suivante', async () => {
    await client.query('commit; begin; set local role marelle_agent');
    expect(await tryTo('select 1 from enfants.enfant')).toBe(0);
  });
  it('un bris de glace sur un dossier restreint ressemble à un dossier absent', async () => {
    const briser = (prenom: string) =>
      read(
        `select enfants.briser_glace('Essai', '${prenom}', '2019-03-04', 'urgence', 'parce qu’il le faut', interval '1 hour', 9, '${createIdentifiant()}') as enfant`,
      );
    await base.executeSql("update enfants.personne set prenom = 'Protege' where id = $1", [protege]);
    expect(await briser('Protege')).toEqual(await briser('Personne'));
  });
});
