import { CompiledQuery } from 'kysely';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { asSystem } from '#database/as-system.ts';
import type { Database } from '#database/connection.ts';
import { openEcoute } from '#database/listen.ts';
import type { ReglageCourriels } from '../courriels.ts';
import { logger, logPanne } from '../logger.ts';
import { executeAPart, isAPart } from './a-part.ts';
import { CANAL, REQUETE_EN_ATTENTE, updateDemandesPrises } from './demande.ts';
import { formatMotif } from './motif.ts';
import { closePassage, recordTravaux, startPassage } from './passage.ts';
import { SCHEMA } from './schema.ts';
import { type ContexteDeTravail, DUREE_MAXIMALE_SECONDES, REPRISES, type Travail } from './travail.ts';

const FUSEAU = 'Europe/Paris';
const UNE_HEURE = 3600;
const UNE_SEMAINE = 7 * 24 * 3600;
const ROLE = 'marelle_systeme';

export type TravauxOuverts = {
  /** Ce qui est commencé s'arrête à son prochain point sûr, ou finit, sans dépasser dix secondes. */
  stop: () => Promise<void>;
};

type Options = {
  urlSysteme: string;
  db: Database;
  travaux: readonly Travail[];
  /** Adresse publique de Marelle, pour les liens des courriels. */
  adresse?: string;
  courriels?: ReglageCourriels | undefined;
  /** Pour les essais : l'attente entre deux regards sur la file, et avant de reprendre un travail échoué. */
  attenteSecondes?: number;
  repriseSecondes?: number;
};

/** Ouvre la file : les travaux de nuit à leur heure, les autres dès qu'on les demande. */
export async function startTravaux(options: Options): Promise<TravauxOuverts> {
  const { urlSysteme, db, travaux, attenteSecondes = 5 } = options;
  const { adresse = 'http://localhost:3000', courriels } = options;
  const boss = new PgBoss({
    connectionString: urlSysteme,
    options: `-c role=${ROLE} -c timezone=UTC`,
    application_name: 'marelle travaux',
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    max: 3,
  });
  // Une coupure de la base se répare d'elle-même : la file est relue à la demande suivante.
  const onPanne = (erreur: unknown) => void logPanne(erreur, { chemin: 'travaux' });
  boss.on('error', onPanne);
  await boss.start();
  await recordTravaux(db, travaux);
  const arret = new AbortController();
  const ouvriers = new Map<string, string>();
  for (const travail of travaux) {
    await prepareFile(boss, travail, options.repriseSecondes ?? 60);
    const reglages = {
      pollingIntervalSeconds: attenteSecondes,
      includeMetadata: true,
      localConcurrency: travail.simultanes ?? 1,
    } as const;
    const ouvrier = await boss.work(travail.nom, reglages, async ([job]: JobWithMetadata[]) =>
      job ? executeTravail({ db, adresse, courriels, arret: arret.signal }, travail, job) : undefined,
    );
    ouvriers.set(travail.nom, ouvrier);
  }
  const ecoute = openEcoute({
    url: urlSysteme,
    role: ROLE,
    canal: CANAL,
    requete: REQUETE_EN_ATTENTE,
    regardSecondes: 30,
    onReveil: () => sendDemandes(db, boss, ouvriers),
    onPanne,
  });
  return {
    stop: async () => {
      arret.abort();
      await ecoute.close();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function prepareFile(boss: PgBoss, travail: Travail, repriseSecondes: number): Promise<void> {
  const { nom, heure, reprises = REPRISES, dureeMaximaleSecondes = DUREE_MAXIMALE_SECONDES } = travail;
  const reglages = {
    retryLimit: reprises,
    retryDelay: repriseSecondes,
    retryBackoff: true,
    retryDelayMax: UNE_HEURE,
    expireInSeconds: dureeMaximaleSecondes,
    // Une instance tuée cesse de donner signe de vie : le travail repart en quelques minutes, sans attendre son terme.
    heartbeatSeconds: 60,
    deleteAfterSeconds: UNE_SEMAINE,
  };
  if ((await boss.getQueue(nom)) === null) await boss.createQueue(nom, { ...reglages, policy: 'singleton' });
  else await boss.updateQueue(nom, reglages);
  if (heure) await boss.schedule(nom, `${heure.minutes} ${heure.heures} * * *`, {}, { tz: FUSEAU });
  else await boss.unschedule(nom);
  if (travail.auDepart) await boss.send(nom, {});
}

/** Prendre une demande et la mettre dans la file sont une seule transaction : rien ne se perd, rien ne se fait deux fois. */
async function sendDemandes(db: Database, boss: PgBoss, ouvriers: ReadonlyMap<string, string>): Promise<void> {
  const prises = await asSystem(db, 'travaux.demande.prendre', async ({ tx }) => {
    const demandes = await updateDemandesPrises(tx, [...ouvriers.keys()]);
    const executeSql = async (texte: string, valeurs: readonly unknown[] = []) => ({
      rows: [...(await tx.executeQuery<never>(CompiledQuery.raw(texte, [...valeurs]))).rows],
    });
    for (const { travail, cle, donnees } of demandes)
      await boss.send(travail, donnees, { db: { executeSql }, ...(cle === null ? {} : { singletonKey: cle }) });
    return new Set(demandes.map(({ travail }) => travail));
  });
  for (const travail of prises) boss.notifyWorker(ouvriers.get(travail) ?? '');
}

type Lieu = Pick<ContexteDeTravail, 'db' | 'adresse' | 'courriels'> & { arret: AbortSignal };

async function execute(travail: Travail, contexte: Omit<ContexteDeTravail, 'enSysteme'>): Promise<{ bilan: string }> {
  if (isAPart(travail)) return executeAPart(travail, contexte);
  return { bilan: await travail.run({ ...contexte, enSysteme: (fn) => asSystem(contexte.db, travail.nom, fn) }) };
}

async function executeTravail(
  { arret, ...lieu }: Lieu,
  travail: Travail,
  { id: fileId, retryCount, data: donnees, signal }: JobWithMetadata,
): Promise<{ bilan: string }> {
  const { db } = lieu;
  const passage = await startPassage(db, travail, { fileId, essai: retryCount + 1 });
  const fin = AbortSignal.any([signal, arret]);
  try {
    const { bilan, ...cout } = await execute(travail, { ...lieu, donnees, signal: fin });
    await closePassage(db, travail, passage, { issue: 'fait', bilan });
    logger.info({ travail: travail.nom, bilan, ...cout }, 'travail fait');
    return { bilan };
  } catch (erreur) {
    if (fin.aborted) {
      await closePassage(db, travail, passage, { issue: 'coupe', bilan: null });
      throw new Error('Coupé, à reprendre');
    }
    // La file garde le message d'erreur : on n'y laisse que la référence, un message peut porter un nom.
    const reference = logPanne(erreur, { chemin: travail.nom });
    await closePassage(db, travail, passage, { issue: 'echec', bilan: formatMotif(erreur), reference }).catch(
      (autre) => void logPanne(autre, { chemin: travail.nom }),
    );
    throw new Error(`Échec, référence ${reference}`);
  }
}
