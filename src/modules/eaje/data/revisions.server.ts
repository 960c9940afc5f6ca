import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Revisions } from '#server/memoire.ts';

/** Le numéro de chaque crèche que l'on voit, dans l'ordre des listes : il change dès que change ce dont sa journée se calcule. */
export async function listRevisions(tx: Transaction): Promise<Revisions> {
  const { rows } = await sql<{ id: string; numero: string | null }>`
    select e.id, r.numero from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
      left join organisation.unite t on t.id = u.parent_id left join eaje.revision r on r.etablissement_id = e.id
    order by t.code, acces.normalise(u.nom)`.execute(tx);
  return new Map(rows.map(({ id, numero }) => [id, numero]));
}
