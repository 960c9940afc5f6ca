import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { isActif } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { PosteEnHierarchie, Tenue } from '../rules/hierarchie.ts';

/** Le poste et tous ceux au-dessus de lui, avec qui les tient ce jour. */
export function listHierarchie(tx: Transaction, posteId: string, jour: JourCivil): Promise<PosteEnHierarchie[]> {
  return readPostes(
    tx,
    jour,
    sql`with recursive montee as (
      select p.id, p.intitule, p.responsable_id, 0 as rang from organisation.poste p where p.id = ${posteId}
      union all
      select p.id, p.intitule, p.responsable_id, m.rang + 1
      from montee m join organisation.poste p on p.id = m.responsable_id where m.rang < 20
    )`,
  );
}

/** Tous les postes du jour, avec qui les tient : de quoi chercher le supérieur de chacun. */
export function listHierarchieEntiere(tx: Transaction, jour: JourCivil): Promise<PosteEnHierarchie[]> {
  return readPostes(
    tx,
    jour,
    sql`with montee as (
      select p.id, p.intitule, p.responsable_id, 0 as rang from organisation.poste p where ${isActif('p.periode', jour)}
    )`,
  );
}

async function readPostes(tx: Transaction, jour: JourCivil, montee: RawBuilder<unknown>): Promise<PosteEnHierarchie[]> {
  const { rows } = await sql<PosteLu>`
    ${montee}
    select m.id, m.intitule, m.responsable_id, coalesce((
      select jsonb_agg(jsonb_build_object('agentId', a.id, 'nom', a.nom, 'prenom', a.prenom, 'nature', f.nature,
        'du', lower(f.periode), 'au', upper(f.periode) - 1, 'absent', exists (
          select 1 from organisation.absence b where b.agent_id = a.id and b.periode @> ${jour}::date)))
      from organisation.affectation f join organisation.agent a on a.id = f.agent_id
      where f.poste_id = m.id and f.periode @> ${jour}::date), '[]') as tenues
    from montee m order by m.rang, m.id`.execute(tx);
  return rows.map(({ tenues, ...poste }) => ({
    ...poste,
    tenues: tenues.map(({ prenom, ...tenue }) => ({ ...tenue, nom: formatNom(tenue.nom, prenom) })),
  }));
}

type PosteLu = Omit<PosteEnHierarchie, 'tenues'> & { tenues: (Tenue & { prenom: string })[] };
