import { type Job, PgBoss } from 'pg-boss';
import { asSystem } from '#database/as-system.ts';
import type { Database } from '#database/connection.ts';
import { logger, logPanne } from '../logger.ts';
import { SCHEMA } from './schema.ts';
import type { Travail } from './travail.ts';

const FUSEAU = 'Europe/Paris';
const UNE_SEMAINE = 7 * 24 * 3600;

export type TravauxOuverts = {
  /** Demande un travail ; le même ne s'empile pas deux fois avec la même clé. */
  send: (nom: string, donnees?: object, cle?: string) => Promise<void>;
  /** Laisse finir ce qui est commencé, sans dépasser dix secondes. */
  stop: () => Promise<void>;
};

type Options = {
  urlSysteme: string;
  db: Database;
  travaux: readonly Travail[];
  /** Pour les essais : l'attente entre deux regards sur la file, et avant de reprendre un travail échoué. */
  attenteSecondes?: number;
  repriseSecondes?: number;
};

/** Ouvre la file : les travaux de nuit à leur heure, les autres dès qu'on les demande. */
export async function startTravaux(options: Options): Promise<TravauxOuverts> {
  const { urlSysteme, travaux, attenteSecondes = 5 } = options;
  const boss = new PgBoss({
    connectionString: urlSysteme,
    options: '-c role=marelle_systeme -c timezone=UTC',
    application_name: 'marelle travaux',
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    max: 3,
  });
  // Une coupure de la base se répare d'elle-même : la file est relue à la demande suivante.
  boss.on('error', (erreur) => logPanne(erreur, { chemin: 'travaux' }));
  await boss.start();
  for (const travail of travaux) {
    await prepareFile(boss, travail, options.repriseSecondes ?? 60);
    await boss.work(travail.nom, { pollingIntervalSeconds: attenteSecondes }, async (jobs: Job[]) => {
      const [job] = jobs;
      return job && executeTravail(options.db, travail, job.data);
    });
  }
  return {
    send: async (nom, donnees, cle) => {
      await boss.send(nom, donnees ?? {}, cle === undefined ? {} : { singletonKey: cle });
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

async function prepareFile(boss: PgBoss, travail: Travail, repriseSecondes: number): Promise<void> {
  const { nom, heure, dureeMaximaleSecondes = 900 } = travail;
  const reglages = {
    retryLimit: 4,
    retryDelay: repriseSecondes,
    retryBackoff: true,
    expireInSeconds: dureeMaximaleSecondes,
    // Une instance tuée cesse de donner signe de vie : le travail repart en quelques minutes, sans attendre son terme.
    heartbeatSeconds: 60,
    deleteAfterSeconds: UNE_SEMAINE,
  };
  if ((await boss.getQueue(nom)) === null) await boss.createQueue(nom, { ...reglages, policy: 'singleton' });
  else await boss.updateQueue(nom, reglages);
  if (heure) await boss.schedule(nom, `${heure.minutes} ${heure.heures} * * *`, {}, { tz: FUSEAU });
  else await boss.unschedule(nom);
}

async function executeTravail(db: Database, travail: Travail, donnees: unknown): Promise<{ bilan: string }> {
  try {
    const bilan = await travail.run({ db, donnees, enSysteme: (fn) => asSystem(db, travail.nom, fn) });
    logger.info({ travail: travail.nom, bilan }, 'travail fait');
    return { bilan };
  } catch (erreur) {
    // La file garde le message d'erreur : on n'y laisse que la référence, un message peut porter un nom.
    const reference = logPanne(erreur, { chemin: travail.nom });
    throw new Error(`Échec, référence ${reference}`);
  }
}
