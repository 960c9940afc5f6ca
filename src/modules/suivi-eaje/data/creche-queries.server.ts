import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listContactsUrgence } from '#modules/eaje/index.server.ts';
import { getCrecheSuivie, listControles, listFaitsMarquants, listMesures } from './suivi-queries.server.ts';

/** Tout ce qui se suit d'une crèche. */
export async function listSuiviDe(tx: Transaction, id: string) {
  return {
    contacts: await listContactsUrgence(tx, id),
    mesures: await listMesures(tx, sql`m.etablissement_id = ${id}::uuid`),
    faits: await listFaitsMarquants(tx, sql`f.etablissement_id = ${id}::uuid`),
    controles: await listControles(tx, sql`c.etablissement_id = ${id}::uuid`),
  };
}

/** La crèche et ses contacts d'urgence. */
export async function readContacts(tx: Transaction, id: string) {
  return { creche: await getCrecheSuivie(tx, id), contacts: await listContactsUrgence(tx, id) };
}
