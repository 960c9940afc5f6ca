import { randomUUID } from 'node:crypto';
import pino from 'pino';

/** Journal technique, une ligne JSON par fait. Ni nom, ni adresse demandée, ni message d'erreur : ils peuvent porter un enfant. */
export const logger = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  level: process.env.MARELLE_TRACES ?? 'info',
});

type Lieu = { reference?: string; methode?: string; chemin?: string };

/** Une panne : sa nature et le lieu du code. Rend la référence à donner à la personne. */
export function logPanne(erreur: unknown, lieu: Lieu = {}): string {
  const reference = lieu.reference ?? randomUUID();
  logger.error(
    {
      ...lieu,
      reference,
      nom: erreur instanceof Error ? erreur.name : typeof erreur,
      code: findCode(erreur),
      pile: findPile(erreur),
    },
    'panne',
  );
  return reference;
}

function findCode(erreur: unknown): string | undefined {
  return erreur instanceof Error && 'code' in erreur ? String(erreur.code) : undefined;
}

function findPile(erreur: unknown): string[] {
  if (!(erreur instanceof Error)) return [];
  const lignes = (erreur.stack ?? '').split('\n').map((ligne) => ligne.trim());
  return lignes.filter((ligne) => ligne.startsWith('at ')).slice(0, 8);
}
