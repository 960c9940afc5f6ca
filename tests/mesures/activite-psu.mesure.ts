/**
 * Ce que coûtent les heures des crèches d'un département entier : compter un mois de présences, et lire le tableau d'une année, qui ne
 * relit jamais les présences.
 */
import { randomBytes } from 'node:crypto';
import { asAgent } from '#database/as-agent.ts';
import { asSystem } from '#database/as-system.ts';
import { openDatabase } from '#database/connection.ts';
import { listActivite, updateMois } from '#modules/activite-psu/index.server.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { openBasePleine } from './pages/base-pleine.ts';
import { median } from './pages/charge.ts';

const ESSAIS = 30;
const CIBLE_MS = 300;
const base = await openBasePleine(randomBytes(32).toString('hex'));
const db = openDatabase(base.urls, { max: 2 });
try {
  console.log(base.serveur);
  await measureMois();
  await measureTableau();
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

/** La page : toutes les crèches, une année, pour qui les finance toutes. */
async function measureTableau(): Promise<void> {
  const { rows } = await base.owner.query<{ agentId: string }>(
    `select a.agent_id as "agentId" from organisation.affectation a join organisation.poste p on p.id = a.poste_id
     where p.profil = 'directeur' and a.periode @> date '2026-11-21' limit 1`,
  );
  const agentId = rows[0]?.agentId ?? '';
  const durees: number[] = [];
  let creches = 0;
  for (let essai = 0; essai < ESSAIS; essai += 1)
    durees.push(
      await time(() =>
        asAgent(db, { agentId }, async (contexte) => {
          creches = (await listActivite(contexte, 2026)).suivies.length;
        }),
      ),
    );
  const mediane = median(durees);
  console.log(`Tableau de ${creches} crèches : médiane ${mediane.toFixed(0)} ms (cible ${CIBLE_MS} ms)`);
  if (mediane > CIBLE_MS) process.exitCode = 1;
}
