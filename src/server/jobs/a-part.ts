/** Un travail lourd se fait dans un processus à lui : les pages ne l'attendent pas, et sa mémoire est bornée, la sienne seule. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { DemandeAPart, ErreurAPart, RenduAPart } from './processus-a-part.ts';
import type { ContexteDeTravail, Travail } from './travail.ts';

const PROCESSUS = join(import.meta.dirname, 'processus-a-part.ts');
/** Ce que les jeunes objets occupent au plus, en mégaoctets. */
const JEUNES_MO = 8;

type TravailAPart = Travail & { aPart: NonNullable<Travail['aPart']> };

export function isAPart(travail: Travail): travail is TravailAPart {
  return travail.aPart !== undefined;
}

/** Coupé par `signal`, il s'arrête à son prochain point sûr ; si Marelle meurt, il s'arrête aussi. */
export async function executeAPart(
  { nom, aPart: { porte, memoireMo } }: TravailAPart,
  { db, donnees, adresse, signal }: Pick<ContexteDeTravail, 'db' | 'donnees' | 'adresse' | 'signal'>,
): Promise<Extract<RenduAPart, { bilan: string }>> {
  signal.throwIfAborted();
  const processus = fork(PROCESSUS, {
    execArgv: [`--max-old-space-size=${memoireMo}`, `--max-semi-space-size=${JEUNES_MO}`],
    serialization: 'advanced',
  });
  const onArret = () => void (processus.connected && processus.disconnect());
  signal.addEventListener('abort', onArret);
  try {
    return await new Promise((resolve, reject) => {
      processus.once('message', (rendu) => {
        const { erreur, ...fait } = rendu as RenduAPart & { erreur?: ErreurAPart };
        if (erreur) reject(readErreur(erreur));
        else resolve(fait as Extract<RenduAPart, { bilan: string }>);
      });
      processus.once('error', reject);
      processus.once('exit', (code, cause) => {
        const fail = () => reject(new ErreurExploitation(`Le processus du travail s’est arrêté (${cause ?? code}).`));
        // Son dernier mot se lit parfois après sa fin.
        if (processus.connected) processus.once('disconnect', fail);
        else fail();
      });
      processus.send({ urls: db.urls, porte, nom, donnees, adresse } satisfies DemandeAPart);
    });
  } finally {
    signal.removeEventListener('abort', onArret);
  }
}

function readErreur({ exploitation, message, ...reste }: ErreurAPart): Error {
  return Object.assign(exploitation ? new ErreurExploitation(message) : new Error(message), reste);
}
