/**
 * Ce que Marelle ajoute au travail de la base, page par page : la même requête servie par Marelle, par un serveur HTTP nu
 * qui fait le même SQL, et le SQL seul par le pilote ; dans le même passage, en alternance.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, openPool } from '#database/connection.ts';
import { loadServerBuild } from '#server/start.ts';
import { type BasePleine, openBasePleine } from './pages/base-pleine.ts';
import { median, shoot, type Tir } from './pages/charge.ts';
import { openSession, startServeur, TEMOIN } from './pages/demarrage.ts';
import { type Enonce, type Requete, recordQueries, replay } from './pages/requetes.ts';

const secret = randomBytes(32).toString('hex');
const CONNEXIONS = 8;
const MANCHES = 3;
const TIRS = 40;

const base = await openBasePleine(secret);
console.log(base.serveur);
const dossier = mkdtempSync(join(tmpdir(), 'marelle-mesure-'));
try {
  await measure();
} finally {
  rmSync(dossier, { recursive: true });
  await base.close();
}

async function measure(): Promise<void> {
  const requetes = await prepareRequetes(base);
  const pages = await recordPages(requetes);
  const connus = await listIdentifiants(base);
  const marelle = await startServeur(dossier, 'serveur-marelle.ts', {
    urls: base.urls,
    connexions: CONNEXIONS,
    secret,
  });
  const nu = await startServeur(dossier, 'serveur-nu.ts', {
    urlApplication: base.urls.urlApplication,
    connexions: CONNEXIONS,
    pages,
    connus,
  });
  for (const requete of requetes) {
    const tirs = { marelle: [] as Tir[], nu: [] as Tir[] };
    for (let manche = 0; manche <= MANCHES; manche += 1) {
      for (const [nom, { adresse }] of [
        ['marelle', marelle],
        ['nu', nu],
      ] as const) {
        const tir = await shoot({ ...requete, adresse, temoin: TEMOIN }, TIRS, CONNEXIONS);
        if (tir.echecs > 0) throw new Error(`${requete.nom} : ${tir.echecs} échecs sur ${nom}`);
        if (manche > 0) tirs[nom].push(tir);
      }
    }
    const seul = await shoot({ ...requete, adresse: marelle.adresse, temoin: TEMOIN }, TIRS, 1);
    const pilote = await timeReplay(pages[formatCle(requete)] ?? [], new Set(connus));
    report(requete.nom, { ...tirs, seul, pilote, enonces: pages[formatCle(requete)]?.length ?? 0 });
  }
  marelle.child.kill('SIGTERM');
  nu.child.kill('SIGTERM');
}

/** Les pages du banc : fiches, listes, tableaux, un acte ; au nom de la responsable du pôle, qui voit tout le département. */
async function prepareRequetes(base: BasePleine): Promise<Requete[]> {
  const { enfantId } = await openSession(base);
  const { rows: informations } = await base.owner.query<{ id: string }>(
    "select id from ip.information where etat = 'en-evaluation' order by numero limit 1",
  );
  const nom = new URLSearchParams({ nature: 'pseudonyme', nom: 'Mesure', prenom: 'Banc' }).toString();
  return [
    { nom: 'fiche d’un enfant', methode: 'GET', chemin: `/enfants/${enfantId}` },
    { nom: 'liste de 50 enfants', methode: 'GET', chemin: '/enfants' },
    { nom: 'recherche', methode: 'GET', chemin: '/recherche?q=martin' },
    { nom: 'ma journée', methode: 'GET', chemin: '/' },
    { nom: 'tableau du territoire', methode: 'GET', chemin: '/tableau' },
    { nom: 'liste des agents', methode: 'GET', chemin: '/organisation/agents' },
    { nom: 'informations en cours', methode: 'GET', chemin: '/informations' },
    { nom: 'toutes, cherchées', methode: 'GET', chemin: '/informations?vue=toutes&q=martin' },
    { nom: 'fiche d’une information', methode: 'GET', chemin: `/informations/${informations[0]?.id}` },
    { nom: 'délais d’évaluation', methode: 'GET', chemin: '/tableau/evaluations' },
    { nom: 'écriture (autre nom)', methode: 'POST', chemin: `/enfants/${enfantId}/autre-nom`, corps: nom },
  ];
}

/** Une requête de chaque, par l'application elle-même, en notant le SQL. */
async function recordPages(requetes: readonly Requete[]): Promise<Record<string, Enonce[]>> {
  const db = openDatabase(base.urls, { max: 2 });
  const pages: Record<string, Enonce[]> = {};
  for (const requete of requetes) {
    const enonces: Enonce[] = [];
    await answer(
      recordQueries(db, (enonce) => enonces.push(enonce)),
      requete,
    );
    pages[formatCle(requete)] = enonces;
  }
  await db.close();
  return pages;
}

async function answer(db: Database, { nom, methode, chemin, corps }: Requete): Promise<void> {
  const build = await loadServerBuild();
  const application = build.createApplication({ db, connexion: { secret, adresse: 'http://127.0.0.1' } });
  const headers = {
    cookie: TEMOIN,
    origin: 'http://127.0.0.1',
    ...(corps ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
  const reponse = await application.fetch(
    new Request(`http://127.0.0.1${chemin}`, { method: methode, headers, body: corps }),
  );
  if (reponse.status >= 400) throw new Error(`${nom} (${chemin}) répond ${reponse.status}`);
}

async function listIdentifiants({ owner }: BasePleine): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from enfants.personne union select id from organisation.unite union select id from organisation.agent',
  );
  return rows.map(({ id }) => id);
}

async function timeReplay(enonces: readonly Enonce[], connus: ReadonlySet<string>): Promise<number> {
  const pool = openPool(base.urls.urlApplication, 1);
  const durees: number[] = [];
  for (let i = 0; i < TIRS; i += 1) {
    const debut = performance.now();
    await replay(pool, enonces, connus);
    durees.push(performance.now() - debut);
  }
  await pool.end();
  return median(durees);
}

function formatCle({ methode, chemin }: Requete): string {
  return `${methode} ${chemin}`;
}

type Bilan = { marelle: Tir[]; nu: Tir[]; seul: Tir; pilote: number; enonces: number };

function report(nom: string, { marelle, nu, seul, pilote, enonces }: Bilan): void {
  const debit = (tirs: Tir[]) => median(tirs.map(({ requetesParSeconde }) => requetesParSeconde));
  const part = Math.round((100 * debit(marelle)) / debit(nu));
  console.log(
    `${nom.padEnd(24)} seul ${seul.medianeMs.toFixed(1)} ms (p95 ${seul.p95Ms.toFixed(1)}) · pilote nu ${pilote.toFixed(1)} ms, ×${(seul.medianeMs / pilote).toFixed(2)}` +
      ` · débit ${debit(marelle).toFixed(0)}/s contre ${debit(nu).toFixed(0)}/s au serveur nu : ${part} % · ${enonces} énoncés`,
  );
}
