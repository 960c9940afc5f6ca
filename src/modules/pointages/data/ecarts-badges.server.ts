import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { GenreEcart } from '../import-badges.ts';

export type EcartLu = { numero: number; genre: GenreEcart; brut: string; raison: string };

const BRUT_AU_PLUS = 500;

/** Une ligne n'a qu'un écart : relue après une coupure, elle garde le premier. */
export async function addEcarts(tx: Transaction, importId: string, ecarts: readonly EcartLu[]): Promise<void> {
  if (ecarts.length === 0) return;
  const colonne = <T>(read: (ecart: EcartLu) => T) => ecarts.map(read);
  await sql`
    insert into eaje.import_ecart (import_id, numero, genre, brut, raison)
    select ${importId}::uuid, * from unnest(${colonne(({ numero }) => numero)}::int[], ${colonne(({ genre }) => genre)}::text[],
      ${colonne(({ brut }) => brut.slice(0, BRUT_AU_PLUS).replaceAll('\0', ''))}::text[], ${colonne(({ raison }) => raison)}::text[])
    on conflict (import_id, numero) do nothing`.execute(tx);
}
