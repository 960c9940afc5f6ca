import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { PageDemandee } from '#shared/pagination.ts';
import type { SuiviFiltre, VueSuivi } from '../suivi-filtre.ts';
import { readFaitsMarquants, readMesures } from './suivi-queries.server.ts';

const A_FAIRE = sql`m.etat in ('OUVERTE', 'PLAN_PROPOSE', 'EN_COURS')`;
const TU = sql`f.clos_le is null and not exists (select 1 from eaje.fait_information i where i.fait_id = f.id and i.destinataire <> 'FAMILLES')`;

function buildConditions(jour: JourCivil): Record<VueSuivi, RawBuilder<unknown>> {
  return {
    'a-faire': A_FAIRE,
    retard: sql`${A_FAIRE} and m.pour < ${jour}`,
    'a-verifier': sql`m.etat = 'REALISEE'`,
    faits: sql`f.clos_le is null`,
    'faits-tus': TU,
    'faits-tous': sql`true`,
  };
}

const isFaits = (vue: VueSuivi): boolean => vue.startsWith('faits');

/** Une page de la liste d'une vue : des mesures, ou des faits. */
export async function readVue({ tx, aujourdhui }: Contexte, { vue, territoire }: SuiviFiltre, page: PageDemandee) {
  const condition = sql`${buildConditions(aujourdhui)[vue]} and (${territoire}::uuid is null or u.parent_id = ${territoire}::uuid)`;
  return isFaits(vue)
    ? { mesures: null, faits: await readFaitsMarquants(tx, condition, page) }
    : { mesures: await readMesures(tx, condition, page), faits: null };
}

/** Combien chaque vue montre, par la condition même de sa liste. */
export async function countVues({ tx, aujourdhui }: Contexte, territoire: string | null) {
  const conditions = Object.entries(buildConditions(aujourdhui)) as [VueSuivi, RawBuilder<unknown>][];
  const comptes = conditions.map(([vue, condition]) => {
    const source = isFaits(vue) ? sql`eaje.fait_marquant f` : sql`eaje.mesure_corrective m`;
    const cle = isFaits(vue) ? sql`f.etablissement_id` : sql`m.etablissement_id`;
    return sql`select ${vue} as vue, count(*)::integer as nombre from ${source} join eaje.etablissement e on e.id = ${cle}
      join organisation.unite u on u.id = e.unite_id
      where ${condition} and (${territoire}::uuid is null or u.parent_id = ${territoire}::uuid)`;
  });
  const { rows } = await sql<{ vue: VueSuivi; nombre: number }>`${sql.join(comptes, sql` union all `)}`.execute(tx);
  return new Map(rows.map(({ vue, nombre }) => [vue, nombre]));
}
