/** L'import, seul dans son processus, comme le serveur le fait ; rend sa durée, sa mémoire la plus haute et son temps de processeur. */
import { type DatabaseUrls, openDatabase } from '#database/connection.ts';
import { TRAVAUX } from '#modules/pointages/index.server.ts';
import { readProcesseurMs } from '../pages/processeur.ts';

export type DemandeImport = { urls: DatabaseUrls; importId: string; agentId: string };
export type RenduImport = { secondes: number; avantMo: number; memoireMo: number; processeur: string };

process.once('message', async ({ urls, ...donnees }: DemandeImport) => {
  const db = openDatabase(urls, { max: 1 });
  const travail = TRAVAUX.find(({ nom }) => nom === 'pointages.import.faire');
  const signal = new AbortController().signal;
  const enSysteme = () => Promise.reject(new Error('Un import ne s’ouvre pas au nom du système'));
  const avantMo = process.memoryUsage.rss() / 1e6;
  const depart = performance.now();
  await travail?.run({ db, donnees, adresse: '', courriels: undefined, signal, enSysteme });
  const secondes = (performance.now() - depart) / 1000;
  const memoireMo = (process.resourceUsage().maxRSS * 1024) / 1e6;
  // La connexion, unique, est encore celle de l'import.
  const { rows } = await db.systeme.query<{ pid: number }>('select pg_backend_pid() as pid');
  const [marelle, base] = [readProcesseurMs(process.pid), readProcesseurMs(rows[0]?.pid ?? 0)].map((ms) =>
    ms === undefined ? '?' : (ms / 1000).toFixed(1),
  );
  process.send?.({ secondes, avantMo, memoireMo, processeur: `processeur : Marelle ${marelle} s, base ${base} s` });
  await db.close();
  process.disconnect();
});
