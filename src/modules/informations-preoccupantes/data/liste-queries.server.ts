import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { addAns, addJours } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import { ETATS_FINAUX } from '../information.ts';
import { ETATS_DE_LA_VUE, type InformationFiltre, type InformationLigne, type Vue } from '../information-filtre.ts';

/** Terme de l'évaluation : celui posé à la qualification, sinon les trois mois de la loi. */
const TERME = sql`coalesce(i.echeance, (i.recue_le + interval '3 months')::date)`;

const CLES: Record<InformationFiltre['tri'], RawBuilder<unknown>> = {
  echeance: TERME,
  recue: sql`i.recue_a`,
  numero: sql`i.numero`,
  etat: sql`i.etat`,
  unite: sql`(select u.nom from organisation.unite u where u.id = i.unite_id)`,
  duree: sql`i.rapport_remis_le - i.recue_le`,
};

/** Les informations que l'agent voit, filtrées et rangées ; enfants et équipe ne se lisent que pour la page montrée. */
export async function listInformations(
  contexte: Contexte,
  filtre: InformationFiltre,
  demande: PageDemandee,
): Promise<Page<InformationLigne>> {
  const choisies = buildRequete(contexte, filtre);
  const { total } = await choisies.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const sens = filtre.sens === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const page = choisies
    .select([
      'i.id',
      'i.numero',
      'i.etat',
      'i.urgence',
      'i.recueA',
      'i.recueLe',
      'i.source',
      'i.communeNom',
      'i.uniteId',
    ])
    .select(['i.rapportRemisLe', 'i.closeLe'])
    .select([sql`${TERME}`.as('terme'), sql`${CLES[filtre.tri]}`.as('cle')])
    .orderBy(sql`${CLES[filtre.tri]} ${sens}, i.id`)
    .limit(demande.taille)
    .offset(computeDecalage(demande));
  const { rows } = await sql<InformationLigne>`
    with page as materialized (${page}),
    enfants as (
      select m.information_id, jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang) as liste
      from ip.mineur m where m.information_id in (select p.id from page p) group by 1),
    equipes as (
      select e.information_id, jsonb_agg(a.prenom || ' ' || a.nom order by a.tri) as liste
      from ip.evaluateur e join organisation.agent a on a.id = e.agent_id
      where e.information_id in (select p.id from page p) and e.periode @> ${contexte.aujourdhui}::date group by 1)
    select p.id, p.numero, p.etat, p.urgence, p.recue_a, p.recue_le, p.source, p.commune_nom, p.rapport_remis_le, p.close_le, p.terme,
      u.nom as unite, coalesce(n.liste, '[]') as mineurs, coalesce(q.liste, '[]') as equipe
    from page p join organisation.unite u on u.id = p.unite_id
      left join enfants n on n.information_id = p.id left join equipes q on q.information_id = p.id
    order by p.cle ${sens}, p.id`.execute(contexte.tx);
  return buildPage(rows, Number(total), demande);
}

/** Combien dans chaque file, et combien y sont en retard : le tableau de la cellule et celui d'un territoire. */
export async function countParVue(contexte: Contexte): Promise<Record<Vue, { nombre: number; retards: number }>> {
  const { tx, aujourdhui } = contexte;
  const { rows } = await sql<{ etat: string; nombre: number; retards: number }>`
    select i.etat, count(*)::integer as nombre,
      (count(*) filter (where ${isEnRetard(contexte)}))::integer as retards
    from ip.information i where i.close_le is null group by i.etat`.execute(tx);
  const somme = (garde: (etat: string) => boolean, champ: 'nombre' | 'retards') =>
    rows.filter(({ etat }) => garde(etat)).reduce((total, ligne) => total + ligne[champ], 0);
  const { rows: passees } = await sql<{ remises: number; closes: number; toutes: number }>`
    select (count(*) filter (where i.rapport_remis_le > ${addAns(aujourdhui, -1)}::date))::integer as remises,
      (count(*) filter (where i.close_le is not null))::integer as closes, count(*)::integer as toutes
    from ip.information i`.execute(tx);
  const { remises = 0, closes = 0, toutes = 0 } = passees[0] ?? {};
  const files = Object.fromEntries(
    Object.entries(ETATS_DE_LA_VUE).map(([vue, etats]) => {
      const garde = (etat: string) => (etats as readonly string[]).includes(etat);
      return [vue, { nombre: somme(garde, 'nombre'), retards: somme(garde, 'retards') }];
    }),
  ) as Record<Vue, { nombre: number; retards: number }>;
  const retards = somme(() => true, 'retards');
  return {
    ...files,
    'en-cours': { nombre: somme(() => true, 'nombre'), retards },
    'en-retard': { nombre: retards, retards },
    remises: { nombre: remises, retards: 0 },
    closes: { nombre: closes, retards: 0 },
    toutes: { nombre: toutes, retards: 0 },
  };
}

const isEnRetard = ({ aujourdhui }: Contexte) =>
  sql<SqlBool>`(i.close_le is null and i.rapport_remis_le is null and ${TERME} < ${aujourdhui}::date)`;

function buildRequete(contexte: Contexte, filtre: InformationFiltre) {
  const { tx, aujourdhui } = contexte;
  let requete = tx.selectFrom('ip.information as i').where(buildVue(contexte, filtre.vue));
  if (filtre.etat) requete = requete.where('i.etat', '=', filtre.etat);
  if (filtre.source) requete = requete.where('i.source', '=', filtre.source);
  if (filtre.urgence) requete = requete.where('i.urgence', '=', filtre.urgence);
  if (filtre.unite)
    requete = requete.where(
      sql<SqlBool>`i.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = ${filtre.unite})`,
    );
  if (filtre.evaluateur)
    requete = requete.where(
      sql<SqlBool>`i.id in (select e.information_id from ip.evaluateur e where e.agent_id = ${filtre.evaluateur})`,
    );
  if (filtre.age) {
    const [minimum = 0, maximum = 0] = filtre.age.split('-').map(Number);
    requete = requete
      .where('i.rapportRemisLe', 'is', null)
      .where('i.closeLe', 'is', null)
      .where('i.qualifieeLe', 'is not', null)
      .where('i.recueLe', '<=', addJours(aujourdhui, -minimum))
      .where('i.recueLe', '>', addJours(aujourdhui, -maximum));
  }
  if (filtre.delai)
    requete = requete.where(
      filtre.delai === 'tenu'
        ? sql<SqlBool>`i.rapport_remis_le <= ${TERME}`
        : sql<SqlBool>`i.rapport_remis_le > ${TERME}`,
    );
  return filtre.q ? requete.where(matchTexte(filtre.q)) : requete;
}

function buildVue(contexte: Contexte, vue: Vue) {
  const etats = ETATS_DE_LA_VUE[vue];
  if (etats) return sql<SqlBool>`i.etat = any (${[...etats]}::text[])`;
  const autres: Partial<Record<Vue, RawBuilder<SqlBool>>> = {
    'en-cours': sql<SqlBool>`i.close_le is null`,
    'en-retard': isEnRetard(contexte),
    remises: sql<SqlBool>`i.rapport_remis_le > ${addAns(contexte.aujourdhui, -1)}::date`,
    closes: sql<SqlBool>`i.etat = any (${[...ETATS_FINAUX]}::text[])`,
  };
  return autres[vue] ?? sql<SqlBool>`true`;
}

/** Un numéro, même sans son préfixe, ou des mots du nom d'un mineur. */
function matchTexte(q: string) {
  return /\d/.test(q)
    ? sql<SqlBool>`i.numero ilike ${`%${q}%`}`
    : sql<SqlBool>`i.id in (select ip.chercher(${q.split(/\s+/)}::text[]))`;
}
