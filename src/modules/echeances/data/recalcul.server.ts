import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type DossiersLus, listLignes } from './dossiers.ts';

export type Mouvement = { apparues: number; changees: number; otees: number };

/** Refait ce qui est dû à ce que cette transaction vient de toucher ; rien si elle n'a touché personne. */
export async function updateEcheancesTouchees({ tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>): Promise<void> {
  const { rows } = await sql<{ lu: DossiersLus | null }>`select echeances.lire_touches() as lu`.execute(tx);
  const lu = rows[0]?.lu;
  if (!lu) return;
  await sql`select echeances.ecrire_touches(${JSON.stringify(listLignes(lu, aujourdhui))}::jsonb)`.execute(tx);
}

/** Des enfants et des informations dont refaire ce qui est dû. */
export type Objets = { enfants: readonly string[]; informations: readonly string[] };

/** Refait ce qui est dû à ces enfants et sur ces informations, au nom du système. */
export async function updateEcheances(
  { tx, aujourdhui }: { tx: Transaction; aujourdhui: JourCivil },
  { enfants, informations }: Objets,
): Promise<Mouvement> {
  const objets = [...enfants, ...informations];
  await sql`select echeances.verrouiller(${objets}::uuid[])`.execute(tx);
  await sql`delete from echeances.a_revoir where enfant_id = any (${enfants}::uuid[]) or information_id = any (${informations}::uuid[])`.execute(
    tx,
  );
  const { rows } = await sql<{ lu: DossiersLus }>`
    select echeances.lire(${enfants}::uuid[], ${informations}::uuid[]) as lu`.execute(tx);
  const lignes = rows[0] ? listLignes(rows[0].lu, aujourdhui) : [];
  const { rows: ecrites } = await sql<Mouvement>`
    select * from echeances.ecrire(${objets}::uuid[], ${JSON.stringify(lignes)}::jsonb)`.execute(tx);
  return ecrites[0] ?? { apparues: 0, changees: 0, otees: 0 };
}
