import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { addAns, addJours, type JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import { ETATS_FINAUX, type EtatInformation } from '../information.ts';
import {
  ETATS_DE_LA_VUE,
  type HORS,
  type InformationFiltre,
  type InformationLigne,
  type RAPPORTS,
  type Vue,
} from '../information-filtre.ts';

const { 'en-evaluation': EN_EVALUATION = [], 'a-valider': A_VALIDER = [] } = ETATS_DE_LA_VUE;

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
  const choisies = buildRequete(contexte, filtre, await listTrouvees(contexte, filtre.q));
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
    with page as materialized (${page})
    select p.id, p.numero, p.etat, p.urgence, p.recue_a, p.recue_le, p.source, p.commune_nom, p.rapport_remis_le, p.close_le, p.terme,
      u.nom as unite,
      coalesce((select jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
        from acces.mineurs_de_mes_informations m where m.information_id = p.id), '[]') as mineurs,
      coalesce((select jsonb_agg(a.prenom || ' ' || a.nom order by a.tri)
        from acces.equipes_de_mes_informations e join organisation.agent a on a.id = e.agent_id
        where e.information_id = p.id and e.periode @> ${contexte.aujourdhui}::date), '[]') as equipe
    from page p join organisation.unite u on u.id = p.unite_id
    order by p.cle ${sens}, p.id`.execute(contexte.tx);
  return buildPage(rows, Number(total), demande);
}

/** Combien dans chaque file, et combien y sont en retard : le tableau de la cellule et celui d'un territoire. */
export async function countParVue(contexte: Contexte): Promise<Record<Vue, { nombre: number; retards: number }>> {
  const { tx, aujourdhui } = contexte;
  const { rows } = await sql<{ etat: string; nombre: number; retards: number; remises: number }>`
    select i.etat, count(*)::integer as nombre, (count(*) filter (where ${isEnRetard(contexte)}))::integer as retards,
      (count(*) filter (where i.rapport_remis_le > ${addAns(aujourdhui, -1)}::date))::integer as remises
    from ip.information i group by i.etat`.execute(tx);
  const somme = (garde: (etat: string) => boolean, champ: 'nombre' | 'retards' | 'remises') =>
    rows.filter(({ etat }) => garde(etat)).reduce((total, ligne) => total + ligne[champ], 0);
  const isClose = (etat: string) => (ETATS_FINAUX as readonly string[]).includes(etat);
  const files = Object.fromEntries(
    Object.entries(ETATS_DE_LA_VUE).map(([vue, etats]) => {
      const garde = (etat: string) => (etats as readonly string[]).includes(etat);
      return [vue, { nombre: somme(garde, 'nombre'), retards: somme(garde, 'retards') }];
    }),
  ) as Record<Vue, { nombre: number; retards: number }>;
  const retards = somme(() => true, 'retards');
  return {
    ...files,
    'en-cours': { nombre: somme((etat) => !isClose(etat), 'nombre'), retards },
    'en-retard': { nombre: retards, retards },
    remises: { nombre: somme(() => true, 'remises'), retards: 0 },
    closes: { nombre: somme(isClose, 'nombre'), retards: 0 },
    toutes: { nombre: somme(() => true, 'nombre'), retards: 0 },
  };
}

/** Combien d'informations l'agent lit sur cet enfant : un mineur y est relié une fois. */
export async function countDeLEnfant({ tx }: Contexte, enfantId: string): Promise<number> {
  const { nombre } = await tx
    .selectFrom('ip.mineur')
    .where('enfantId', '=', enfantId)
    .select(sql<number>`count(*)::integer`.as('nombre'))
    .executeTakeFirstOrThrow();
  return nombre;
}

const isDeLEnfant = (enfantId: string) =>
  sql<SqlBool>`i.id in (select m.information_id from ip.mineur m where m.enfant_id = ${enfantId})`;

const isEnRetard = ({ aujourdhui }: Contexte) =>
  sql<SqlBool>`(i.close_le is null and i.rapport_remis_le is null and ${TERME} < ${aujourdhui}::date)`;

function isRapport(rapport: keyof typeof RAPPORTS) {
  if (rapport === 'en-cours') return sql<SqlBool>`i.etat = any (${[...EN_EVALUATION]}::text[])`;
  return rapport === 'valide'
    ? sql<SqlBool>`i.id in (select m.id from acces.mes_informations m where m.etat = 'en-validation' and m.rapport_valide_le is not null)`
    : sql<SqlBool>`i.id in (select m.id from acces.mes_informations m
        where m.etat = any (${[...A_VALIDER]}::text[]) and m.rapport_valide_le is null)`;
}

function isHors({ agent, aujourdhui }: Contexte, hors: keyof typeof HORS) {
  if (hors === 'analysees') return sql<SqlBool>`i.analyste_id is distinct from ${agent.id}::uuid`;
  return sql<SqlBool>`i.id not in (select e.information_id from ip.evaluateur e
    where e.agent_id = ${agent.id} and (${hors === 'evaluees'} or e.periode @> ${aujourdhui}::date))`;
}

function buildRequete(contexte: Contexte, filtre: InformationFiltre, trouvees: readonly string[] | undefined) {
  const { tx, aujourdhui } = contexte;
  let requete = tx.selectFrom('ip.information as i').where(buildVue(contexte, filtre.vue));
  if (filtre.etat) requete = requete.where('i.etat', '=', filtre.etat);
  if (filtre.source) requete = requete.where('i.source', '=', filtre.source);
  if (filtre.urgence) requete = requete.where('i.urgence', '=', filtre.urgence);
  if (filtre.unite && filtre.etendue) requete = requete.where('i.uniteId', '=', filtre.unite);
  else if (filtre.unite)
    requete = requete.where(
      sql<SqlBool>`i.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = ${filtre.unite})`,
    );
  if (filtre.evaluateur)
    requete = requete.where(
      sql<SqlBool>`i.id in (select e.information_id from ip.evaluateur e where e.agent_id = ${filtre.evaluateur})`,
    );
  if (filtre.enfant) requete = requete.where(isDeLEnfant(filtre.enfant));
  if (filtre.rapport) requete = requete.where(isRapport(filtre.rapport));
  if (filtre.hors) requete = requete.where(isHors(contexte, filtre.hors));
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
  if (trouvees) return requete.where(sql<SqlBool>`i.id = any (${trouvees}::uuid[])`);
  return filtre.q ? requete.where(sql<SqlBool>`i.numero ilike ${`%${filtre.q}%`}`) : requete;
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

/** Celles dont un mineur porte ces mots dans son nom ; rien si l'on cherche un numéro, qui se lit dans la requête même. */
async function listTrouvees({ tx }: Contexte, q: string | undefined): Promise<string[] | undefined> {
  if (!q || /\d/.test(q)) return undefined;
  const { rows } = await sql<{ id: string }>`select t.id from ip.chercher(${q.split(/\s+/)}::text[]) as t (id)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export type InformationNommee = {
  id: string;
  numero: string;
  etat: EtatInformation;
  recueLe: JourCivil;
  mineurs: InformationLigne['mineurs'];
};

/** L'information de ce numéro, si l'agent la voit. */
export async function findParNumero({ tx }: Contexte, numero: string): Promise<InformationNommee | undefined> {
  const { rows } = await sql<InformationNommee>`
    select i.id, i.numero, i.etat, i.recue_le,
      coalesce((select jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
        from ip.mineur m where m.information_id = i.id), '[]') as mineurs
    from ip.information i where i.numero = ${numero}`.execute(tx);
  return rows[0];
}
