import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { EcritProduit } from '../ecrit.ts';

/** Les écrits sortis de Marelle pour cette information, le plus récent d'abord. */
export async function listEcritsProduits({ tx }: Contexte, informationId: string): Promise<EcritProduit[]> {
  const { rows } = await sql<EcritProduit>`
    select e.id, e.nature, e.signalement_id, a.prenom || ' ' || a.nom as par, e.produit_le
    from ip.ecrit e join organisation.agent a on a.id = e.par_id
    where e.information_id = ${informationId} order by e.produit_le desc, e.id desc`.execute(tx);
  return rows;
}
