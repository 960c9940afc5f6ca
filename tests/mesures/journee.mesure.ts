/**
 * Ma journée d'un chef de pôle, la page entière par HTTP, dans un département plein, puis avec une année de 30 000 informations, puis au
 * volume du pays : 405 000 mesures actives, dix ans d'histoire, une seule base. Chaque durée est rapportée au même SQL rejoué par le pilote nu, dans le même passage ; le temps passé
 * sur le processeur, par Marelle et par la base, ne dépend pas de ce que la machine fait d'autre.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAgent } from '#database/as-agent.ts';
import { openDatabase, openPool } from '#database/connection.ts';
import { listDuesCalculees } from '#modules/echeances/index.server.ts';
import { loadServerBuild } from '#server/start.ts';
import { openBasePleine } from './pages/base-pleine.ts';
import { median, shoot } from './pages/charge.ts';
import { openSession, startServeur, TEMOIN } from './pages/demarrage.ts';
import { addInformations } from './pages/informations-pleines.ts';
import { addPays } from './pages/pays.ts';
import { readProcesseurMs } from './pages/processeur.ts';
import { type Enonce, recordQueries, replay } from './pages/requetes.ts';

const ACTIVES = Number(process.env.MARELLE_MESURE_ACTIVES ?? '405000');
const CHEMIN = '/?portee=perimetre';
const TIRS = 25;
const MANCHES = 5;

const secret = randomBytes(32).toString('hex');
const base = await openBasePleine(secret, { informations: false });
const dossier = mkdtempSync(join(tmpdir(), 'marelle-mesure-'));
try {
  const { agentId } = await openSession(base);
  await measure(base.serveur, agentId);
  await addInformations(base.owner);
  await base.owner.query('vacuum analyze');
  await measure('une année de 30 000 informations', agentId);
  const { copies, actives, mesures, echeances } = await addPays(base.owner, ACTIVES);
  await measure(
    `le pays : ${copies} départements, ${actives} mesures actives sur ${mesures}, ${echeances} échéances ouvertes`,
    agentId,
  );
} finally {
  rmSync(dossier, { recursive: true });
  await base.close();
}

async function measure(ou: string, agentId: string): Promise<void> {
  const enonces = await recordEnonces();
  const serveur = await startServeur(dossier, 'serveur-marelle.ts', { urls: base.urls, connexions: 1, secret });
  const pool = openPool(base.urls.urlApplication, 1);
  const db = openDatabase(base.urls, { max: 1 });
  const durees = {
    page: [] as number[],
    pilote: [] as number[],
    dues: [] as number[],
    marelle: [] as number[],
    base: [] as number[],
  };
  for (let manche = 0; manche <= MANCHES; manche += 1) {
    const cible = { adresse: serveur.adresse, methode: 'GET', chemin: CHEMIN, temoin: TEMOIN };
    const avant = await readProcesseurs(serveur.child.pid ?? 0);
    const tir = await shoot(cible, TIRS, 1);
    const apres = await readProcesseurs(serveur.child.pid ?? 0);
    if (tir.echecs > 0) throw new Error(`${tir.echecs} échecs`);
    const pilote = await timeAll(() => replay(pool, enonces, new Set()));
    const dues = await asAgent(db, { agentId }, (contexte) => timeAll(() => listDuesCalculees(contexte, 'perimetre')));
    if (manche === 0) continue;
    durees.page.push(tir.medianeMs);
    durees.pilote.push(pilote);
    durees.dues.push(dues);
    durees.marelle.push((apres.marelle - avant.marelle) / TIRS);
    durees.base.push((apres.base - avant.base) / TIRS);
  }
  await pool.end();
  await db.close();
  serveur.child.kill('SIGTERM');
  const [page, pilote, dues] = [median(durees.page), median(durees.pilote), median(durees.dues)];
  console.log(
    `${ou}\n  page entière ${page.toFixed(1)} ms (passages de ${Math.min(...durees.page).toFixed(1)} à ${Math.max(...durees.page).toFixed(1)})` +
      ` · ses ${enonces.length} énoncés au pilote nu ${pilote.toFixed(1)} ms (×${(page / pilote).toFixed(2)})` +
      ` · sur le processeur : Marelle ${median(durees.marelle).toFixed(1)} ms, la base ${median(durees.base).toFixed(1)} ms` +
      ` · ce qu’elle lit des échéances ${dues.toFixed(1)} ms · charge ${loadavg()[0]?.toFixed(1)}`,
  );
}

/** Marelle, et toutes les connexions de son rôle à cette base. */
async function readProcesseurs(pid: number): Promise<{ marelle: number; base: number }> {
  const { rows } = await base.owner.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const connexions = rows.map((ligne) => readProcesseurMs(ligne.pid) ?? Number.NaN);
  return { marelle: readProcesseurMs(pid) ?? Number.NaN, base: connexions.reduce((total, ms) => total + ms, 0) };
}

async function recordEnonces(): Promise<Enonce[]> {
  const db = openDatabase(base.urls, { max: 2 });
  const enonces: Enonce[] = [];
  const build = await loadServerBuild();
  const application = build.createApplication({
    db: recordQueries(db, (enonce) => enonces.push(enonce)),
    connexion: { secret, adresse: 'http://127.0.0.1' },
  });
  const reponse = await application.fetch(new Request(`http://127.0.0.1${CHEMIN}`, { headers: { cookie: TEMOIN } }));
  if (reponse.status !== 200) throw new Error(`Ma journée répond ${reponse.status}`);
  await reponse.text();
  await db.close();
  return enonces;
}

async function timeAll(fn: () => Promise<unknown>): Promise<number> {
  const durees: number[] = [];
  for (let essai = 0; essai < TIRS; essai += 1) {
    const depart = performance.now();
    await fn();
    durees.push(performance.now() - depart);
  }
  return median(durees);
}
