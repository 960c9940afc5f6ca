import type { Contexte } from '#database/as-agent.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { Avis } from '../avis.ts';

/** Les avis adressés à l'agent connecté, non lus d'abord, puis du plus récent au plus ancien. */
export async function listAvis({ tx, agent }: Contexte, page: PageDemandee): Promise<Page<Avis>> {
  const miens = tx.selectFrom('organisation.avis').where('agentId', '=', agent.id);
  const { total } = await miens.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const lignes = await miens
    .select(['id', 'titre', 'texte', 'lien', 'creeLe', 'luLe'])
    .orderBy('luLe', (ordre) => ordre.desc().nullsFirst())
    .orderBy('creeLe', 'desc')
    .limit(page.taille)
    .offset(computeDecalage(page))
    .execute();
  return buildPage(lignes as Avis[], Number(total), page);
}
