import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Derrière un mandataire, seule la dernière adresse de la liste est la sienne : les autres se falsifient. */
export function findAdresseIp(c: Context, derriereMandataire: boolean): string {
  const relayed = derriereMandataire ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (relayed) return relayed;
  // Sans connexion (essais par app.request), l'adresse n'existe pas.
  if (!c.env?.incoming) return 'inconnue';
  return getConnInfo(c).remote.address ?? 'inconnue';
}

/** La requête vient de la machine elle-même : ni du réseau, ni relayée par un mandataire posé à côté de Marelle. */
export function isLocale(c: Context): boolean {
  const relayee = c.req.header('x-forwarded-for') ?? c.req.header('forwarded') ?? c.req.header('x-real-ip');
  return relayee === undefined && /^(?:::ffff:)?127\.|^::1$/.test(findAdresseIp(c, false));
}
