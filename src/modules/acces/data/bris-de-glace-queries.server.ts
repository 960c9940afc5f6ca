import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';

export type BrisEnCours = { enfantId: string; numero: string; expireLe: string };

/** Les dossiers que l'agent a ouverts en urgence et qui le sont encore, et combien il en a ouvert en 24 heures. */
export async function listMesBris({ tx, agent }: Contexte): Promise<{ enCours: BrisEnCours[]; en24Heures: number }> {
  const enCours = await tx
    .selectFrom('enfants.brisDeGlace as b')
    .innerJoin('enfants.enfant as e', 'e.id', 'b.enfantId')
    .select(['b.enfantId', 'e.numero', sql<string>`max(b.expire_le)`.as('expireLe')])
    .where('b.agentId', '=', agent.id)
    .where('b.expireLe', '>', sql<string>`now()`)
    .groupBy(['b.enfantId', 'e.numero'])
    .orderBy('e.numero')
    .execute();
  const { nombre } = await tx
    .selectFrom('enfants.brisDeGlace')
    .select(sql<string>`count(*)`.as('nombre'))
    .where('agentId', '=', agent.id)
    .where('ouvertLe', '>', sql<string>`now() - interval '24 hours'`)
    .executeTakeFirstOrThrow();
  return { enCours, en24Heures: Number(nombre) };
}

/** Jusqu'à quand l'agent tient ce dossier ouvert en urgence ; rien s'il n'y a pas d'ouverture en cours. */
export async function findFinDuBris({ tx, agent }: Contexte, enfantId: string): Promise<string | null> {
  const { fin } = await tx
    .selectFrom('enfants.brisDeGlace')
    .select(sql<string | null>`max(expire_le)`.as('fin'))
    .where('enfantId', '=', enfantId)
    .where('agentId', '=', agent.id)
    .where('expireLe', '>', sql<string>`now()`)
    .executeTakeFirstOrThrow();
  return fin;
}

/** Les mois (« 2026-10 ») où il reste des ouvertures à revoir, du plus ancien au plus récent. */
export async function listMoisARevoir({ tx }: Contexte): Promise<{ mois: string; nombre: number }[]> {
  const { rows } = await sql<{ mois: string; nombre: number }>`
    select to_char(ouvert_le at time zone 'Europe/Paris', 'YYYY-MM') as mois, count(*)::int as nombre
    from enfants.bris_de_glace where revue is null group by 1 order by 1`.execute(tx);
  return rows;
}
