/**
 * Ce que coûtent les heures des crèches d'un département entier : compter un mois de présences, et lire une année (« Heures et PSU », tableau
 * des crèches), qui ne relit jamais les présences.
 */
import { randomBytes } from 'node:crypto';
import { asAgent, type Contexte } from '#database/as-agent.ts';
import { asSystem } from '#database/as-system.ts';
import { openDatabase } from '#database/connection.ts';
import { listActivite, updateMois } from '#modules/activite-psu/index.server.ts';
import { readTableau } from '#modules/tableau-eaje/web/tableau.server.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { openBasePleine } from './pages/base-pleine.ts';
import { median } from './pages/charge.ts';
import { type Enonce, recordQueries, replay } from './pages/requetes.ts';

const ESSAIS = 30;
/** En fois les mêmes requêtes, nues. Cible du tableau, au repos : 300 ms. */
const AU_PLUS = 3;
const base = await openBasePleine(randomBytes(32).toString('hex'));
const db = openDatabase(base.urls, { max: 2 });
try {
  console.log(base.serveur);
  await measureMois();
  await measureTableaux();
} finally {
  await db.close();
  await base.close();
}

async function time(fn: () => Promise<unknown>): Promise<number> {
  const depart = performance.now();
  await fn();
  return performance.now() - depart;
}

/** La nuit : un mois entier, toutes les crèches. */
async function measureMois(): Promise<void> {
  const { rows } = await base.owner.query<{ n: number }>('select count(*)::int as n from eaje.presence');
  const duree = await time(() =>
    asSystem(db, 'Mesure', ({ tx, aujourdhui }) => updateMois(tx, { mois: jourCivil('2026-11-01'), aujourdhui })),
  );
  console.log(`Compter un mois (${rows[0]?.n ?? 0} présences en base) : ${duree.toFixed(0)} ms`);
}

/** Les deux pages d'une année, toutes crèches, pour qui les finance toutes. */
async function measureTableaux(): Promise<void> {
  const { rows } = await base.owner.query<{ agentId: string }>(
    `select a.agent_id as "agentId" from organisation.affectation a join organisation.poste p on p.id = a.poste_id
     where p.profil = 'directeur' and a.periode @> date '2026-11-21' limit 1`,
  );
  const agentId = rows[0]?.agentId ?? '';
  await measureTableau(
    'Heures et PSU',
    agentId,
    async (contexte) => (await listActivite(contexte, 2026)).suivies.length,
  );
  await measureTableau(
    'Tableau des crèches',
    agentId,
    async (contexte) => (await readTableau(contexte, { periode: 'annee', territoire: null })).creches.length,
  );
}

/** Rapporté, dans le même passage, aux mêmes énoncés du propriétaire de la base : sans politiques de ligne, et sans rien en faire. */
async function measureTableau(
  titre: string,
  agentId: string,
  lire: (contexte: Contexte) => Promise<number>,
): Promise<void> {
  const enonces: Enonce[] = [];
  const ecoutee = recordQueries(db, (enonce) => enonces.push(enonce));
  const creches = await asAgent(ecoutee, { agentId }, lire);
  const nus = enonces.map(({ text, ...reste }) => ({
    ...reste,
    text: text.replace('set local role marelle_agent', 'reset role'),
  }));
  const durees = { page: [] as number[], nue: [] as number[] };
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    durees.page.push(await time(() => asAgent(db, { agentId }, lire)));
    durees.nue.push(await time(() => replay(base.owner, nus, new Set(enonces.flatMap(listTextes)))));
  }
  const [page, nue] = [median(durees.page), median(durees.nue)];
  console.log(
    `${titre}, ${creches} crèches : médiane ${page.toFixed(0)} ms (×${(page / nue).toFixed(2)} les mêmes requêtes nues)`,
  );
  if (page > AU_PLUS * nue) process.exitCode = 1;
}

/** Aucun identifiant ne se tire de nouveau : rien n'est écrit. */
function listTextes({ values = [] }: Enonce): string[] {
  return values.filter((valeur) => typeof valeur === 'string');
}
