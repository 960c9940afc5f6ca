/**
 * Importer un an de badges de toutes les crèches d'un département : plus d'un million de venues, dans le désordre, avec leurs défauts.
 * La durée se rapporte à la copie nue des mêmes présences au même passage. L'import a son propre processus, comme sous Marelle : la mémoire
 * et le temps de processeur dits sont tous les siens, chargement compris.
 */
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { asTransaction, openDatabase } from '#database/connection.ts';
import { migrate } from '#database/migrate.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { createAlea } from '#demo/alea.ts';
import { createCreche } from '#modules/eaje/testing/creche-factory.ts';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { TRAVAUX } from '#modules/pointages/index.server.ts';
import { executeAPart, isAPart } from '#server/jobs/a-part.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, jourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { createBaseNeuve } from './base-neuve.ts';

const LIGNES = Number(process.env.MARELLE_MESURE_BADGES ?? '1050000');
const CRECHES = 81;
const ENFANTS_PAR_CRECHE = 55;
const MORCEAU = 1024 * 1024;
const SECONDES_AU_PLUS = 60;
const MEMOIRE_AU_PLUS_MO = 300;

const secret = randomBytes(32).toString('hex');
const base = await createBaseNeuve(secret);
try {
  await measure(base.urlProprietaire);
} finally {
  await base.close();
}

async function measure(urlProprietaire: string): Promise<void> {
  await migrate({ urlProprietaire });
  const urls = await createApplicationRoles({ urlProprietaire, secret });
  const owner = new pg.Pool({ connectionString: urlProprietaire, max: 2 });
  owner.on('error', () => undefined);
  const { octets, ...donnees } = await prepareImport(owner);
  await owner.query('analyze');
  const db = openDatabase(urls, { max: 1 });
  const travail = TRAVAUX.filter(isAPart)[0];
  if (!travail) throw new Error('Aucun import ne se fait à part');
  const depart = performance.now();
  const { memoireMo, processeurSecondes } = await executeAPart(travail, {
    db,
    donnees,
    adresse: '',
    signal: new AbortController().signal,
  });
  const secondes = (performance.now() - depart) / 1000;
  await db.close();
  const nue = await time(() => copyNue(owner));
  const { rows } = await owner.query('select lignes, presences, refusees, douteuses from eaje.import_badges');
  console.log(
    `import de badges : ${JSON.stringify(rows[0])}, ${(octets / 1e6).toFixed(0)} Mo, ${secondes.toFixed(1)} s, dont ${processeurSecondes.toFixed(1)} de processeur (charge de la machine : ${loadavg()[0]?.toFixed(1)}) ; copie nue des mêmes présences : ${nue.toFixed(1)} s` +
      ` (×${(secondes / nue).toFixed(1)}) ; mémoire : ${memoireMo.toFixed(0)} Mo en tout`,
  );
  if (secondes > SECONDES_AU_PLUS || memoireMo > MEMOIRE_AU_PLUS_MO) process.exitCode = 1;
  await owner.end();
}

async function time(fn: () => Promise<unknown>): Promise<number> {
  const depart = performance.now();
  await fn();
  return (performance.now() - depart) / 1000;
}

/** Les mêmes lignes, dans une table de même forme, avec ses index et ses clés étrangères. */
async function copyNue(owner: pg.Pool): Promise<void> {
  await owner.query(`create table eaje.nue (like eaje.presence including all);
    alter table eaje.nue add foreign key (enfant_id) references eaje.enfant, add foreign key (etablissement_id) references eaje.etablissement`);
  const [depuis, vers] = [await owner.connect(), await owner.connect()];
  try {
    await pipeline(
      depuis.query(copyTo('copy eaje.presence to stdout')),
      vers.query(copyFrom('copy eaje.nue from stdin')),
    );
  } finally {
    depuis.release();
    vers.release();
  }
}

async function prepareImport(owner: pg.Pool) {
  const { agentId, creches } = await createCreches(owner);
  const formatId = createIdentifiant();
  const importId = createIdentifiant();
  await owner.query(
    `insert into eaje.format_badge (id, nom, separateur, encodage, entete, nature, colonne_badge, colonne_creche, colonne_jour, format_jour, colonne_arrivee, colonne_depart)
     values ($1, 'mesure', ';', 'UTF8', true, 'VISITE', 'badge', 'creche', 'jour', 'JMA', 'arrivee', 'depart')`,
    [formatId],
  );
  await owner.query(
    `insert into eaje.import_badges (id, format_id, fichier_nom, octets, par_id) values ($1, $2, 'mesure.csv', 1, $3)`,
    [importId, formatId, agentId],
  );
  let [octets, rang] = [0, 0];
  for (const contenu of listMorceaux(creches)) {
    await owner.query('insert into eaje.import_morceau values ($1, $2, $3)', [importId, rang, contenu]);
    octets += contenu.length;
    rang += 1;
  }
  await owner.query('update eaje.import_badges set octets = $2 where id = $1', [importId, octets]);
  return { importId, agentId, octets };
}

async function createCreches(owner: pg.Pool): Promise<{ agentId: string; creches: string[] }> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const tx = asTransaction(client);
    const { unites } = await createOrganisationEssai(tx);
    const { agentId } = await createAgentEssai(tx, {
      nom: 'Nord',
      profil: 'responsable-territoire-petite-enfance',
      uniteId: unites.nord,
    });
    const creches: string[] = [];
    for (let n = 1; n <= CRECHES; n += 1) {
      creches.push(`C${n}`);
      const { id } = await createCreche(tx, { parentId: unites.nord, code: `C${n}`, places: 60 });
      await client.query(
        `with famille as (insert into eaje.famille (id, etablissement_id, nom) values (gen_random_uuid(), $1, 'Famille') returning id)
         insert into eaje.enfant (id, famille_id, etablissement_id, nom, prenom, ne_le, badge)
         select gen_random_uuid(), f.id, $1, 'Nom', 'Prénom', '2024-01-01', 'B' || g from famille f, generate_series(1, ${ENFANTS_PAR_CRECHE}) g`,
        [id],
      );
    }
    await client.query('commit');
    return { agentId, creches };
  } finally {
    client.release();
  }
}

/** Un jour après l'autre, les lignes d'un jour mêlées ; une sur cent sans départ, une sur cent doublée, une sur deux cents d'un badge inconnu. */
function* listMorceaux(creches: readonly string[]): Generator<Buffer> {
  const alea = createAlea('badges');
  let texte = 'creche;badge;jour;arrivee;depart\n';
  let lignes = 0;
  for (let jour = jourCivil('2026-11-20'); lignes < LIGNES; jour = addJours(jour, -1)) {
    if (jourDeSemaine(jour) > 5) continue;
    for (let rang = 1; rang <= ENFANTS_PAR_CRECHE; rang += 1)
      for (const creche of creches) {
        const ligne = buildLigne(alea, creche, rang, jour);
        const doublee = alea.entier(1, 100) === 1;
        texte += doublee ? ligne + ligne : ligne;
        lignes += doublee ? 2 : 1;
      }
    if (texte.length < MORCEAU) continue;
    yield Buffer.from(texte);
    texte = '';
  }
  if (texte !== '') yield Buffer.from(texte);
}

function buildLigne(alea: ReturnType<typeof createAlea>, creche: string, rang: number, jour: string): string {
  const badge = alea.entier(1, 200) === 1 ? 'INCONNU' : `B${rang}`;
  const arrivee = alea.entier(450, 570);
  const depart = alea.entier(1, 100) === 1 ? '' : formatHeure(alea.entier(960, 1110));
  const [annee, mois, quantieme] = jour.split('-');
  return `${creche};${badge};${quantieme}/${mois}/${annee};${formatHeure(arrivee)};${depart}\n`;
}

function formatHeure(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
