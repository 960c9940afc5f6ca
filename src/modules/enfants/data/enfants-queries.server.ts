import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { findIdsParRecherche } from '#modules/personnes/index.server.ts';
import { addAns, addJours, type JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { EnfantFiltre, EnfantLigne, Tranche } from '../enfant-filtre.ts';

/** Ce qui range la liste. */
const CLES: Record<EnfantFiltre['tri'], RawBuilder<unknown>> = {
  nom: sql`d.tri`,
  age: sql`d.date_naissance`,
  referent: sql`(select a.tri from organisation.agent a where a.id = d.referent_id)`,
  unite: sql`(select u.nom from organisation.unite u where u.id = d.unite_id)`,
  numero: sql`d.numero`,
  depuis: sql`d.ouvert_le`,
};

type LigneLue = EnfantLigne & { total: number };

/** Les enfants que l'agent voit, filtrés et rangés. La page est choisie d'abord ; ce qu'elle montre ne se lit que pour elle. */
export async function listEnfants(
  contexte: Contexte,
  filtre: EnfantFiltre,
  demande: PageDemandee,
): Promise<Page<EnfantLigne>> {
  const trouves = filtre.q ? await findIdsParRecherche(contexte, filtre.q, 2000) : null;
  const sens = filtre.sens === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<LigneLue>`
    with vus as materialized (
      select d.id, ${CLES[filtre.tri]} as cle from acces.mes_dossiers d
      where ${sql.join(listConditions(contexte.aujourdhui, filtre, trouves), sql` and `)}),
    page as materialized (
      select v.id, row_number() over (order by v.cle ${sens}, v.id) as rang from vus v
      order by rang limit ${demande.taille} offset ${computeDecalage(demande)})
    select d.id, d.numero, d.restreint, d.ouvert_le, d.nom, d.nom_usage, d.prenom, d.sexe, d.date_naissance, d.naissance_precision,
      d.statut, d.referent_id, a.prenom || ' ' || a.nom as referent, u.nom as unite, d.sans_suivi, ensemble.total
    from (select count(*)::integer as total from vus) ensemble
      left join page on true
      left join acces.mes_dossiers d on d.id = page.id and d.id = any (array(select p.id from page p))
      left join organisation.agent a on a.id = d.referent_id left join organisation.unite u on u.id = d.unite_id
    order by page.rang`.execute(contexte.tx);
  // Au-delà de la dernière page, il reste une ligne, qui ne porte que le total.
  const lignes = rows.filter(({ id }) => id !== null).map(({ total: _, ...ligne }) => ligne);
  return buildPage(lignes, rows[0]?.total ?? 0, demande);
}

function listConditions(
  jour: JourCivil,
  filtre: EnfantFiltre,
  trouves: readonly string[] | null,
): RawBuilder<SqlBool>[] {
  const { vue, referent, statut, unite, age } = filtre;
  return [
    vue === 'clos'
      ? sql<SqlBool>`d.clos_le < ${jour}::date`
      : sql<SqlBool>`(d.clos_le is null or d.clos_le >= ${jour}::date)`,
    ...(vue === 'sans-referent' ? [sql<SqlBool>`d.sans_suivi`] : []),
    ...(vue === 'restreint' ? [sql<SqlBool>`d.restreint`] : []),
    ...(referent ? [sql<SqlBool>`d.referent_id = ${referent}`] : []),
    ...(statut ? [sql<SqlBool>`d.statut = ${statut}`] : []),
    ...(unite
      ? [
          sql<SqlBool>`d.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = ${unite})`,
        ]
      : []),
    ...(age ? [matchAge(age, jour)] : []),
    ...(trouves ? [sql<SqlBool>`d.id = any (${[...trouves]}::uuid[])`] : []),
  ];
}

function matchAge(tranche: Tranche, jour: JourCivil): RawBuilder<SqlBool> {
  if (tranche === 'inconnu') return sql<SqlBool>`d.date_naissance is null`;
  const [minimum = 0, maximum = 0] = tranche.split('-').map(Number);
  // Avoir au moins n ans : être né au plus tard il y a n ans ; n'avoir pas n + 1 ans : être né après.
  return sql<SqlBool>`d.date_naissance <= ${addAns(jour, -minimum)}::date and d.date_naissance >= ${addJours(addAns(jour, -(maximum + 1)), 1)}::date`;
}
