import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { logPanne } from '#server/logger.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Calcul, type DossiersLus, listLignes } from './dossiers.ts';

/** `pannes` : ce qu'une règle n'a pas su lire, et qui reste à revoir. */
export type Mouvement = { apparues: number; changees: number; otees: number; pannes: readonly string[] };

/**
 * Refait ce qui est dû à ce que cette transaction vient de toucher ; rien si elle n'a touché personne. Une règle en panne n'empêche pas
 * l'acte : elle se trace, et le travail qui la reprend échoue jusqu'à ce qu'elle soit réparée.
 */
export async function updateEcheancesTouchees({ tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>): Promise<void> {
  const { rows } = await sql<{ lu: DossiersLus | null }>`select echeances.lire_touches() as lu`.execute(tx);
  const lu = rows[0]?.lu;
  if (!lu) return;
  const { lignes, pannes } = listLignes(lu, aujourdhui);
  logPannes(pannes);
  await sql`select echeances.ecrire_touches(${JSON.stringify(lignes)}::jsonb, ${pannes.map(({ objetId }) => objetId)}::uuid[])`.execute(
    tx,
  );
}

/** Refait ce qui est dû à ces enfants, informations ou crèches, au nom du système ; ce qui met une règle en panne reste à revoir. */
export async function updateEcheances(
  { tx, aujourdhui }: { tx: Transaction; aujourdhui: JourCivil },
  objets: readonly string[],
): Promise<Mouvement> {
  await sql`select echeances.verrouiller(${objets}::uuid[])`.execute(tx);
  await sql`delete from echeances.a_revoir where objet_id = any (${objets}::uuid[])`.execute(tx);
  const { rows } = await sql<{ lu: DossiersLus }>`select echeances.lire(${objets}::uuid[]) as lu`.execute(tx);
  const { lignes, pannes } = rows[0] ? listLignes(rows[0].lu, aujourdhui) : { lignes: [], pannes: [] };
  logPannes(pannes);
  const enPanne = new Set(pannes.map(({ objetId }) => objetId));
  await sql`select echeances.marquer_objets(${[...enPanne]}::uuid[])`.execute(tx);
  const { rows: ecrites } = await sql<Omit<Mouvement, 'pannes'>>`
    select * from echeances.ecrire(${objets.filter((id) => !enPanne.has(id))}::uuid[], ${JSON.stringify(lignes)}::jsonb)`.execute(
    tx,
  );
  return { ...(ecrites[0] ?? { apparues: 0, changees: 0, otees: 0 }), pannes: [...enPanne] };
}

function logPannes(pannes: Calcul['pannes']): void {
  for (const { erreur } of pannes) logPanne(erreur);
}
