/** Le processus d'un travail fait à part (`a-part.ts`). Le canal fermé, il s'arrête : Marelle s'arrête, ou n'est plus. */
import { asSystem } from '#database/as-system.ts';
import { type DatabaseUrls, openDatabase } from '#database/connection.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Travail } from './travail.ts';

export type DemandeAPart = { urls: DatabaseUrls; porte: string; nom: string; donnees: unknown; adresse: string };
export type ErreurAPart = Pick<Error, 'name' | 'message' | 'stack'> & {
  code?: string;
  constraint?: string;
  exploitation: boolean;
};
export type RenduAPart = { bilan: string; memoireMo: number; processeurSecondes: number } | { erreur: ErreurAPart };

const arret = new AbortController();
process.once('disconnect', () => arret.abort());
// Un Ctrl-C atteint aussi ce processus : c'est Marelle qui l'arrête, par le canal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

process.once('message', async (demande: DemandeAPart) => {
  const rendu = await execute(demande).catch((erreur: unknown) => ({ erreur: writeErreur(erreur) }));
  if (process.connected) process.send?.(rendu, () => process.disconnect());
});

async function execute({ urls, porte, nom, donnees, adresse }: DemandeAPart): Promise<RenduAPart> {
  const { TRAVAUX }: { TRAVAUX: readonly Travail[] } = await import(porte);
  const travail = TRAVAUX.find((un) => un.nom === nom);
  if (!travail) throw new Error(`${nom} ne sort pas par ${porte}`);
  const db = openDatabase(urls, { max: 1 });
  try {
    const bilan = await travail.run({
      db,
      donnees,
      adresse,
      courriels: undefined,
      signal: arret.signal,
      enSysteme: (fn) => asSystem(db, nom, fn),
    });
    const { user, system } = process.cpuUsage();
    const memoireMo = (process.resourceUsage().maxRSS * 1024) / 1e6;
    return { bilan, memoireMo, processeurSecondes: (user + system) / 1e6 };
  } finally {
    await db.close();
  }
}

function writeErreur(erreur: unknown): ErreurAPart {
  const { name, message, stack } = erreur instanceof Error ? erreur : new Error(String(erreur));
  const { code, constraint } = Object(erreur);
  const nature = Object.fromEntries(Object.entries({ code, constraint }).filter(([, mot]) => typeof mot === 'string'));
  return { name, message, stack, ...nature, exploitation: erreur instanceof ErreurExploitation };
}
