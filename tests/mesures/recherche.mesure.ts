/**
 * Retrouver une personne mal écrite parmi un million, au nom d'un agent qui voit tout le département : le temps d'une recherche
 * entière (clés, droits, comparaison, dossier), rapporté à la seule lecture de l'index, et la part retrouvée parmi cinq.
 */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { asAgent } from '#database/as-agent.ts';
import { openDatabase } from '#database/connection.ts';
import { migrate } from '#database/migrate.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { createAlea } from '#demo/alea.ts';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { listRessemblances } from '#modules/rapprochement/index.server.ts';
import { listClesDeRecherche, VERSION_DES_CLES } from '#modules/rapprochement/rules/cles.ts';
import { createBaseNeuve } from './base-neuve.ts';
import { modeleAdministration, type Personne } from './rapprochement/erreurs.ts';
import { createFoyer } from './rapprochement/jeux.ts';

const PERSONNES = Number(process.env.MARELLE_MESURE_PERSONNES ?? '1000000');
const RECHERCHES = 400;
const P95_MAXIMAL_MS = 50;

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
  const owner = new pg.Pool({ connectionString: urlProprietaire, max: 1 });
  // La base est supprimée sous une connexion qui se ferme : son dernier mot n'est pas une panne.
  owner.on('error', () => undefined);
  const executeSql = async <R extends pg.QueryResultRow>(texte: string, valeurs?: unknown[]) =>
    (await owner.query<R>(texte, valeurs)).rows;
  const { unites, addAgent } = await createDepartement(executeSql);
  const agentId = await addAgent('responsable-pole', unites.departement);
  await fill(owner, Object.values(unites));
  const db = openDatabase(urls, { max: 2 });
  const cherches = await listCherches(owner);
  const durees: number[] = [];
  const nues: number[] = [];
  let retrouves = 0;
  for (const [rang, { id, personne }] of cherches.entries()) {
    const debut = performance.now();
    const trouvees = await asAgent(db, { agentId }, (contexte) => listRessemblances(contexte, personne));
    const milieu = performance.now();
    const cles = listClesDeRecherche({ identite: personne, autresNoms: [] });
    await owner.query('select personne_id from rapprochement.cle_recherche where cle = any ($1)', [cles]);
    // Les premières ouvrent les connexions et remplissent les caches.
    if (rang >= RECHERCHES / 10) {
      durees.push(milieu - debut);
      nues.push(performance.now() - milieu);
    }
    if (trouvees.some((trouvee) => trouvee.id === id)) retrouves += 1;
  }
  report(durees, nues, retrouves / cherches.length);
  await db.close();
  await owner.end();
}

function report(durees: readonly number[], nues: readonly number[], retrouves: number): void {
  const quantile = (valeurs: readonly number[], part: number) =>
    valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length * part)] ?? 0;
  const p95 = quantile(durees, 0.95);
  console.log(
    `recherche parmi ${PERSONNES} personnes : médiane ${quantile(durees, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ;` +
      ` lecture de l'index seule : médiane ${quantile(nues, 0.5).toFixed(1)} ms (×${(quantile(durees, 0.5) / quantile(nues, 0.5)).toFixed(1)}) ;` +
      ` retrouvée parmi cinq : ${(100 * retrouves).toFixed(1)} %`,
  );
  if (p95 > P95_MAXIMAL_MS) process.exitCode = 1;
}

/** Un million d'enfants suivis, leurs clés faites, par copie : les déclencheurs sont levés le temps de remplir. */
async function fill(owner: pg.Pool, unites: readonly string[]): Promise<void> {
  await owner.query('alter table enfants.personne disable trigger user');
  await owner.query(
    'drop index rapprochement.cle_recherche_cle; alter table rapprochement.cle_recherche drop constraint cle_recherche_pkey',
  );
  await owner.query('drop index enfants.personne_recherche_idx');
  await copy(
    owner,
    'enfants.personne (id, nom, prenom, sexe, date_naissance)',
    listLignes((id, p) => [[id, p.nom, p.prenom, p.sexe === 'F' ? 'feminin' : 'masculin', p.dateNaissance].join('\t')]),
  );
  await copy(
    owner,
    'rapprochement.cle_recherche (personne_id, cle)',
    listLignes((id, p) => listClesDeRecherche({ identite: p, autresNoms: [] }).map((cle) => `${id}\t${cle}`)),
  );
  await owner.query('alter table rapprochement.cle_recherche add primary key (personne_id, cle)');
  await owner.query('create index cle_recherche_cle on rapprochement.cle_recherche (cle, personne_id)');
  await owner.query(
    `insert into enfants.enfant (id, numero, ouvert_le) select id, '2015-' || lpad(row_number() over ()::text, 8, '0'), '2015-01-01' from enfants.personne`,
  );
  // Une contrainte d'exclusion se vérifie ligne à ligne ; aucune recherche ne la lit.
  await owner.query('alter table enfants.mission disable trigger user, drop constraint mission_un_territoire');
  await owner.query(
    `insert into enfants.mission (id, enfant_id, unite_id, nature, periode)
     select gen_random_uuid(), id, ($1::uuid[])[1 + abs(hashtext(id::text)) % $2], 'territoire', '[2015-01-01,)' from enfants.enfant`,
    [unites, unites.length],
  );
  await owner.query('insert into rapprochement.cle_version (version) values ($1)', [VERSION_DES_CLES]);
  await owner.query(
    'alter table enfants.personne enable trigger user; alter table enfants.mission enable trigger user',
  );
  await owner.query('vacuum analyze');
}

async function copy(owner: pg.Pool, table: string, lignes: Iterable<string>): Promise<void> {
  const client = await owner.connect();
  try {
    await pipeline(Readable.from(lignes), client.query(copyFrom(`copy ${table} from stdin`)));
  } finally {
    client.release();
  }
}

function* listPersonnes(): Generator<[id: string, personne: Personne]> {
  const alea = createAlea('recherche');
  let rang = 0;
  while (rang < PERSONNES)
    for (const personne of createFoyer(alea, 0.04)) {
      if (rang >= PERSONNES) return;
      rang += 1;
      yield [`00000000-0000-7000-8000-${String(rang).padStart(12, '0')}`, personne];
    }
}

/** Par gros morceaux : une ligne à la fois coûterait plus que la copie. */
function* listLignes(build: (id: string, personne: Personne) => string[]): Generator<string> {
  let morceau: string[] = [];
  for (const [id, personne] of listPersonnes()) {
    morceau.push(...build(id, personne));
    if (morceau.length < 10_000) continue;
    yield `${morceau.join('\n')}\n`;
    morceau = [];
  }
  if (morceau.length > 0) yield `${morceau.join('\n')}\n`;
}

async function listCherches(owner: pg.Pool): Promise<{ id: string; personne: Personne }[]> {
  const { rows } = await owner.query<{ id: string; nom: string; prenom: string; sexe: string; ne: string }>(
    'select id, nom, prenom, sexe, date_naissance::text as ne from enfants.personne order by hashtext(id::text) limit $1',
    [RECHERCHES],
  );
  const alea = createAlea('recherche', 'fautes');
  return rows.map(({ id, nom, prenom, sexe, ne }) => {
    const { adresse: _, ...personne } = modeleAdministration(alea, { nom, prenom, sexe, dateNaissance: ne });
    return { id, personne };
  });
}
