import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

export type JetonResume = {
  id: string;
  nom: string;
  agent: string;
  portees: string[];
  creeLe: string;
  expireLe: string;
  revoqueLe: string | null;
  dernierUsageLe: string | null;
  expire: boolean;
};

export async function listJetons(tx: Transaction): Promise<JetonResume[]> {
  return tx
    .selectFrom('comptes.jetonApi as j')
    .innerJoin('organisation.agent as a', 'a.id', 'j.agentId')
    .select([
      'j.id',
      'j.nom',
      sql<string>`a.nom || ' ' || a.prenom`.as('agent'),
      'j.portees',
      'j.creeLe',
      'j.expireLe',
      'j.revoqueLe',
      'j.dernierUsageLe',
      sql<boolean>`j.expire_le <= now()`.as('expire'),
    ])
    .orderBy(sql`j.revoque_le is not null or j.expire_le <= now()`)
    .orderBy('j.creeLe', 'desc')
    .execute();
}

export async function listAgentsDeService(tx: Transaction): Promise<{ id: string; nom: string }[]> {
  return tx
    .selectFrom('organisation.agent')
    .select(['id', sql<string>`nom || ' ' || prenom`.as('nom')])
    .where('nature', '=', 'service')
    .where(sql<boolean>`periode @> acces.aujourdhui()`)
    .orderBy('tri')
    .execute();
}
