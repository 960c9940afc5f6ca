import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { ACTEURS, type Acteur, type Gravite, isDehors } from '#shared/obligation.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import {
  ACTES_DU_REFERENT,
  type EcheanceFiltre,
  findPorteeDArrivee,
  listOffices,
  type Portee,
  VUES_ECHEANCES,
  type VueEcheances,
} from '../echeance-filtre.ts';

/** Une échéance montrée : ce qui est dû, de qui, pour quand. */
export type EcheanceLigne = {
  id: string;
  enfantId: string;
  numero: string;
  nom: string;
  prenom: string;
  regle: string;
  libelle: string;
  mesureId: string | null;
  depuis: JourCivil;
  pour: JourCivil;
  instant: string | null;
  acteur: Acteur;
  gravite: Gravite;
  agent: string | null;
  /** On la fait pour un autre, que l'on relaie. */
  relaye: boolean;
  unite: string | null;
  etapes: string[];
  /** Nul : ceux de la règle. */
  textes: TexteLegal[] | null;
};

const HORIZON_JOURS = 30;
const ATTENDUS = (Object.keys(ACTEURS) as Acteur[]).filter(isDehors);

/** Le couloir d'une ligne `m`, comme `evaluateCouloir`. */
function buildCouloir(jour: JourCivil): RawBuilder<string> {
  return sql<string>`case when m.pour < ${jour}::date then 'en-retard' when m.acteur = any (${ATTENDUS}::text[]) then 'en-attente'
    when m.pour = ${jour}::date then 'aujourd-hui' else 'a-venir' end`;
}

/** De qui l'on regarde ce qui est dû ; la vue borne déjà ce que l'on voit. */
function buildPortee({ agent }: Contexte, portee: Portee): RawBuilder<SqlBool> {
  if (portee === 'perimetre') return sql<SqlBool>`true`;
  if (portee === 'equipe') return sql<SqlBool>`m.unite_id = ${agent.uniteId}::uuid`;
  const offices = listOffices(agent);
  const siens = offices.includes('cadre') ? [...offices, ...ACTES_DU_REFERENT] : offices;
  return sql<SqlBool>`(m.agent_id = ${agent.id}::uuid or m.agent_id = any ((select acces.relayes())::uuid[])
    or (m.agent_id is null and m.acteur = any (${siens}::text[]) and m.unite_id = any (${agent.unites}::uuid[])))`;
}

export type Sorte = { couloir: VueEcheances; regle: string; ensemble: number; pour: JourCivil; gravite: Gravite };

/**
 * Combien de chaque règle dans chaque couloir, et la date de la plus ancienne. On groupe sur des oui et des non, plus vite hachés que le
 * nom d'un couloir : à l'échelle du pays, il y en a des centaines de milliers.
 */
export async function countSortes(contexte: Contexte, portee: Portee): Promise<Sorte[]> {
  const { tx, aujourdhui } = contexte;
  const { rows } = await sql<Sorte>`
    select case when c.passee then 'en-retard' when c.attendue then 'en-attente' when c.du_jour then 'aujourd-hui' else 'a-venir' end as couloir,
      c.regle, sum(c.nombre)::integer as ensemble, min(c.pour) as pour,
      case when bool_or(c.critique) then 'critique' when bool_or(c.normale) then 'normale' else 'information' end as gravite
    from (
      select m.regle, m.pour < ${aujourdhui}::date as passee, m.acteur = any (${ATTENDUS}::text[]) as attendue,
        m.pour = ${aujourdhui}::date as du_jour, m.gravite = 'critique' as critique, m.gravite = 'normale' as normale,
        count(*) as nombre, min(m.pour) as pour
      from acces.mes_echeances m
      where m.pour <= ${addJours(aujourdhui, HORIZON_JOURS)}::date and ${buildPortee(contexte, portee)}
        and (${portee === 'moi'} or m.gravite <> 'information')
      group by 1, 2, 3, 4, 5, 6) c
    group by 1, 2`.execute(tx);
  return rows;
}

const COLONNES = sql`x.id, x.enfant_id, e.numero, p.nom, p.prenom, x.regle, x.libelle, x.mesure_id, x.depuis, x.pour, x.instant, x.acteur,
  x.gravite, nullif(concat_ws(' ', a.prenom, a.nom), '') as agent, coalesce(x.agent_id = any ((select acces.relayes())::uuid[]), false) as relaye, u.nom as unite, x.etapes, x.textes`;
/** La page choisie se relit par ses tables, sous leurs politiques : les noms ne sortent que de là. */
const SOURCE = sql`join echeances.echeance x on x.id = c.id join enfants.enfant e on e.id = x.enfant_id
  join enfants.personne p on p.id = x.enfant_id left join organisation.agent a on a.id = x.agent_id
  left join organisation.unite u on u.id = x.unite_id`;

/** Les lignes de ces sortes : celles assez peu nombreuses pour se montrer une à une. */
export async function listDeSortes(
  contexte: Contexte,
  portee: Portee,
  sortes: readonly Pick<Sorte, 'couloir' | 'regle'>[],
): Promise<EcheanceLigne[]> {
  if (sortes.length === 0) return [];
  const { tx, aujourdhui } = contexte;
  const { rows } = await sql<EcheanceLigne>`
    with c as materialized (
      select m.id from acces.mes_echeances m
      where m.pour <= ${addJours(aujourdhui, HORIZON_JOURS)}::date and ${buildPortee(contexte, portee)}
        and m.regle = any (${[...new Set(sortes.map(({ regle }) => regle))]}::text[])
        and (${buildCouloir(aujourdhui)} || ' ' || m.regle) = any (${sortes.map(({ couloir, regle }) => `${couloir} ${regle}`)}::text[]))
    select ${COLONNES} from c ${SOURCE} order by x.pour, x.id`.execute(tx);
  return rows;
}

function buildVue(vue: VueEcheances, jour: JourCivil): RawBuilder<SqlBool> {
  if (vue === 'toutes') return sql<SqlBool>`true`;
  const borne =
    vue === 'en-retard' ? sql`m.pour < ${jour}::date` : sql`m.pour <= ${addJours(jour, HORIZON_JOURS)}::date`;
  return sql<SqlBool>`(${borne} and ${buildCouloir(jour)} = ${vue})`;
}

function buildFiltre(contexte: Contexte, filtre: EcheanceFiltre): RawBuilder<SqlBool> {
  const conditions = [buildPortee(contexte, filtre.portee || findPorteeDArrivee(contexte.agent))];
  if (filtre.regle) conditions.push(sql<SqlBool>`m.regle = ${filtre.regle}`);
  if (filtre.acteur) conditions.push(sql<SqlBool>`m.acteur = ${filtre.acteur}`);
  if (filtre.gravite) conditions.push(sql<SqlBool>`m.gravite = ${filtre.gravite}`);
  if (filtre.unite)
    conditions.push(
      sql<SqlBool>`m.unite_id in (select d.unite_id from organisation.unite_ascendance d where d.ancetre_id = ${filtre.unite}::uuid)`,
    );
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

const TRIS: Record<EcheanceFiltre['tri'], RawBuilder<unknown>> = {
  pour: sql`m.pour`,
  regle: sql`m.regle`,
  unite: sql`(select n.nom from organisation.unite n where n.id = m.unite_id)`,
};

/** Une page de la liste, et combien dans chaque vue. */
export async function listEcheancesDues(
  contexte: Contexte,
  filtre: EcheanceFiltre,
  demande: PageDemandee,
): Promise<{ page: Page<EcheanceLigne>; comptes: Record<VueEcheances, number> }> {
  const { tx, aujourdhui } = contexte;
  const choix = buildFiltre(contexte, filtre);
  const compte = (vue: VueEcheances) =>
    sql`(count(*) filter (where ${buildVue(vue, aujourdhui)}))::integer as ${sql.ref(vue)}`;
  const { rows: comptes } = await sql<Record<VueEcheances, number>>`
    select ${sql.join((Object.keys(VUES_ECHEANCES) as VueEcheances[]).map(compte))} from acces.mes_echeances m where ${choix}`.execute(
    tx,
  );
  const sens = filtre.sens === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<EcheanceLigne>`
    with c as materialized (
      select m.id, row_number() over (order by ${TRIS[filtre.tri]} ${sens}, m.pour, m.id) as rang
      from acces.mes_echeances m where ${choix} and ${buildVue(filtre.vue, aujourdhui)}
      order by rang limit ${demande.taille} offset ${computeDecalage(demande)})
    select ${COLONNES} from c ${SOURCE} order by c.rang`.execute(tx);
  const tous = comptes[0] ?? { 'en-retard': 0, 'aujourd-hui': 0, 'a-venir': 0, 'en-attente': 0, toutes: 0 };
  return { page: buildPage(rows, tous[filtre.vue], demande), comptes: tous };
}

export type EcheanceFiche = EcheanceLigne & {
  cle: string;
  statut: 'ouverte' | 'faite';
  faiteLe: JourCivil | null;
  apparueLe: string;
};

/** Une échéance, ouverte ou faite ; indéfinie si l'on ne voit pas l'enfant. */
export async function findEcheance({ tx }: Contexte, id: string): Promise<EcheanceFiche | undefined> {
  const { rows } = await sql<EcheanceFiche>`
    select ${COLONNES}, x.cle, x.statut, x.faite_le, x.apparue_le from (select ${id}::uuid as id) c ${SOURCE}`.execute(
    tx,
  );
  return rows[0];
}

/** Tout ce qui est dû à un enfant, ouvert, et fait depuis un an. */
export async function listEcheancesDe({ tx, aujourdhui }: Contexte, enfantId: string): Promise<EcheanceFiche[]> {
  const { rows } = await sql<EcheanceFiche>`
    select ${COLONNES}, x.cle, x.statut, x.faite_le, x.apparue_le
    from (select y.id from echeances.echeance y where y.enfant_id = ${enfantId}::uuid
      and (y.statut = 'ouverte' or y.faite_le > ${addJours(aujourdhui, -365)}::date)) c ${SOURCE} order by x.pour, x.regle, x.id`.execute(
    tx,
  );
  return rows;
}

/** Combien d'échéances ouvertes à un enfant. */
export async function countDeLEnfant({ tx }: Contexte, enfantId: string): Promise<number> {
  const { nombre } = await tx
    .selectFrom('echeances.echeance')
    .where('enfantId', '=', enfantId)
    .where('statut', '=', 'ouverte')
    .select(sql<number>`count(*)::integer`.as('nombre'))
    .executeTakeFirstOrThrow();
  return nombre;
}
