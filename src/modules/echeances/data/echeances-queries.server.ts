import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
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
import { buildMesInformations, readSignees, type Signees } from './mes-informations.server.ts';

/** À quoi touche une échéance : l'enfant, l'information ou la crèche ; sa page, et comment on le nomme. */
export type ObjetDu = {
  sorte: 'enfant' | 'information' | 'creche';
  id: string;
  numero: string;
  nom: string;
  href: string;
  /** Où en est l'information. */
  etat: string | null;
};

/** Une échéance montrée : ce qui est dû, de qui, pour quand. */
export type EcheanceLigne = {
  id: string;
  objet: ObjetDu;
  regle: string;
  cle: string;
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
  uniteId: string | null;
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
function buildPortee(contexte: Contexte, portee: Portee, signees: Signees): RawBuilder<SqlBool> {
  const { agent } = contexte;
  if (portee === 'perimetre') return sql<SqlBool>`true`;
  if (portee === 'equipe') return sql<SqlBool>`m.unite_id = ${agent.uniteId}::uuid`;
  const offices = listOffices(agent);
  const siens = offices.includes('cadre') ? [...offices, ...ACTES_DU_REFERENT] : offices;
  return sql<SqlBool>`(m.agent_id = ${agent.id}::uuid or m.agent_id = any ((select acces.relayes())::uuid[])
    or (m.information_id is null and m.agent_id is null and m.acteur = any (${siens}::text[]) and m.unite_id = any (${agent.unites}::uuid[]))
    or ${buildMesInformations(contexte, signees)})`;
}

export type Sorte = {
  couloir: VueEcheances;
  regle: string;
  gravite: Gravite;
  ensemble: number;
  /** La plus ancienne. */
  pour: JourCivil;
  /** Lesquelles, quand elles sont assez peu nombreuses pour se montrer une à une. */
  ids: string[] | null;
};

/**
 * Ce qui est dû, par couloir, règle et gravité. On groupe sur des oui et des non, plus vite hachés que le nom d'un couloir : à l'échelle du
 * pays, il y en a des centaines de milliers. `uneAUne` : jusqu'à combien on dit lesquelles.
 */
export async function listSortes(
  contexte: Contexte,
  portee: Portee,
  { signees, uneAUne }: { signees: Signees; uneAUne: number },
): Promise<Sorte[]> {
  const { tx, aujourdhui } = contexte;
  const choix = buildPortee(contexte, portee, signees);
  const { rows } = await sql<Omit<Sorte, 'ids'> & { paquets: string[][] | null }>`
    select case when c.passee then 'en-retard' when c.attendue then 'en-attente' when c.du_jour then 'aujourd-hui' else 'a-venir' end as couloir,
      c.regle, case when c.critique then 'critique' when c.normale then 'normale' else 'information' end as gravite,
      sum(c.nombre)::integer as ensemble, min(c.pour) as pour,
      case when sum(c.nombre) <= ${uneAUne}::integer then jsonb_agg(c.ids) end as paquets
    from (
      select m.regle, m.pour < ${aujourdhui}::date as passee, m.acteur = any (${ATTENDUS}::text[]) as attendue,
        m.pour = ${aujourdhui}::date as du_jour, m.gravite = 'critique' as critique, m.gravite = 'normale' as normale,
        count(*) as nombre, min(m.pour) as pour, (array_agg(m.id))[1:${uneAUne}::integer] as ids
      from acces.mes_echeances m
      where m.pour <= ${addJours(aujourdhui, HORIZON_JOURS)}::date and ${choix}
        and (${portee === 'moi'} or m.gravite <> 'information')
      group by 1, 2, 3, 4, 5, 6) c
    group by 1, 2, 3`.execute(tx);
  return rows.map(({ paquets, ...sorte }) => ({ ...sorte, ids: paquets?.flat() ?? null }));
}

const COLONNES = sql`x.id, x.enfant_id, x.information_id, x.etablissement_id, coalesce(e.numero, i.numero, c.code) as numero,
  coalesce(p.nom, s.nom, c.nom) as nom, coalesce(p.prenom, s.prenom) as prenom, s.rang, i.etat, x.regle, x.cle, x.libelle, x.mesure_id, x.depuis, x.pour, x.instant, x.acteur,
  x.gravite, nullif(concat_ws(' ', a.prenom, a.nom), '') as agent, coalesce(x.agent_id = any ((select acces.relayes())::uuid[]), false) as relaye, x.unite_id, u.nom as unite, x.etapes, x.textes`;
/**
 * La page choisie se relit par ses tables, sous leurs politiques : les noms ne sortent que de là. Chaque ligne par sa clé : qui croit les
 * lignes plus nombreuses qu'elles ne sont lirait des tables entières.
 */
const SOURCE = sql`join echeances.echeance x on x.id = choisie.id
  left join lateral (select t.numero from enfants.enfant t where t.id = x.enfant_id limit 1) e on true
  left join lateral (select t.nom, t.prenom from enfants.personne t where t.id = x.enfant_id limit 1) p on true
  left join lateral (select t.numero, t.etat from ip.information t where t.id = x.information_id limit 1) i on true
  left join lateral (select m.rang, m.nom, m.prenom from acces.mineurs_de_mes_informations m
    where m.information_id = x.information_id order by m.rang limit 1) s on true
  left join eaje.etablissement t on t.id = x.etablissement_id left join organisation.unite c on c.id = t.unite_id left join organisation.agent a on a.id = x.agent_id
  left join organisation.unite u on u.id = x.unite_id`;

type LigneLue = Omit<EcheanceLigne, 'objet'> & {
  enfantId: string | null;
  informationId: string | null;
  etablissementId: string | null;
  numero: string;
  nom: string | null;
  prenom: string | null;
  rang: number | null;
  etat: string | null;
};

function buildLigne<T extends LigneLue>({
  enfantId,
  informationId,
  etablissementId,
  numero,
  nom,
  prenom,
  rang,
  etat,
  ...ligne
}: T) {
  return { ...ligne, objet: buildObjet({ enfantId, informationId, etablissementId, numero, nom, prenom, rang, etat }) };
}

type ObjetLu = Pick<
  LigneLue,
  'enfantId' | 'informationId' | 'etablissementId' | 'numero' | 'nom' | 'prenom' | 'rang' | 'etat'
>;

function buildObjet({ enfantId, informationId, etablissementId, numero, rang, etat, ...lu }: ObjetLu): ObjetDu {
  const nom = lu.nom ?? '';
  const commun = { numero, etat };
  if (enfantId !== null)
    return {
      ...commun,
      sorte: 'enfant',
      id: enfantId,
      nom: formatNom(nom, lu.prenom ?? ''),
      href: `/enfants/${enfantId}`,
    };
  if (etablissementId !== null)
    return { ...commun, sorte: 'creche', id: etablissementId, nom, href: `/creches/${etablissementId}` };
  const id = informationId ?? '';
  const mineur = rang === null ? numero : formatMineur({ rang, nom: lu.nom, prenom: lu.prenom });
  return { ...commun, sorte: 'information', id, nom: mineur, href: `/informations/${id}` };
}

/** Une ligne, et si c'est à soi de la faire : de son périmètre, on voit aussi ce que d'autres doivent. */
export type EcheanceASuivre = EcheanceLigne & { mienne: boolean };

/** Ces lignes, choisies parmi celles que l'agent voit. */
export async function listASuivre(
  contexte: Contexte,
  signees: Signees,
  ids: readonly string[],
): Promise<EcheanceASuivre[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LigneLue & { mienne: boolean }>`
    select ${COLONNES}, ${buildMesInformations(contexte, signees)} as mienne
    from unnest(${ids}::uuid[]) as choisie (id) ${SOURCE}
      cross join lateral (select x.regle, x.acteur, x.unite_id, x.information_id) m order by x.pour, x.id`.execute(
    contexte.tx,
  );
  return rows.map(buildLigne);
}

function buildVue(vue: VueEcheances, jour: JourCivil): RawBuilder<SqlBool> {
  if (vue === 'toutes') return sql<SqlBool>`true`;
  const borne =
    vue === 'en-retard' ? sql`m.pour < ${jour}::date` : sql`m.pour <= ${addJours(jour, HORIZON_JOURS)}::date`;
  return sql<SqlBool>`(${borne} and ${buildCouloir(jour)} = ${vue})`;
}

async function buildFiltre(contexte: Contexte, filtre: EcheanceFiltre): Promise<RawBuilder<SqlBool>> {
  const portee = filtre.portee || findPorteeDArrivee(contexte.agent);
  const conditions = [buildPortee(contexte, portee, await readSignees(contexte))];
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
  const choix = await buildFiltre(contexte, filtre);
  const compte = (vue: VueEcheances) =>
    sql`(count(*) filter (where ${buildVue(vue, aujourdhui)}))::integer as ${sql.ref(vue)}`;
  const { rows: comptes } = await sql<Record<VueEcheances, number>>`
    select ${sql.join((Object.keys(VUES_ECHEANCES) as VueEcheances[]).map(compte))} from acces.mes_echeances m where ${choix}`.execute(
    tx,
  );
  const sens = filtre.sens === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<LigneLue>`
    with choisie as materialized (
      select m.id, row_number() over (order by ${TRIS[filtre.tri]} ${sens}, m.pour, m.id) as rang
      from acces.mes_echeances m where ${choix} and ${buildVue(filtre.vue, aujourdhui)}
      order by rang limit ${demande.taille} offset ${computeDecalage(demande)})
    select ${COLONNES} from choisie ${SOURCE} order by choisie.rang`.execute(tx);
  const tous = comptes[0] ?? { 'en-retard': 0, 'aujourd-hui': 0, 'a-venir': 0, 'en-attente': 0, toutes: 0 };
  return { page: buildPage(rows.map(buildLigne), tous[filtre.vue], demande), comptes: tous };
}

type EtatLu = {
  statut: 'ouverte' | 'faite';
  faiteLe: JourCivil | null;
  apparueLe: string;
};
export type EcheanceFiche = EcheanceLigne & EtatLu;

/** Une échéance, ouverte ou faite ; indéfinie si l'on ne voit pas ce à quoi elle touche. */
export async function findEcheance({ tx }: Contexte, id: string): Promise<EcheanceFiche | undefined> {
  const { rows } = await sql<LigneLue & EtatLu>`
    select ${COLONNES}, x.statut, x.faite_le, x.apparue_le from (select ${id}::uuid as id) choisie ${SOURCE}`.execute(
    tx,
  );
  return rows[0] && buildLigne(rows[0]);
}

/** Tout ce qui est dû à un enfant, ouvert, et fait depuis un an. */
export async function listEcheancesDe({ tx, aujourdhui }: Contexte, enfantId: string): Promise<EcheanceFiche[]> {
  const { rows } = await sql<LigneLue & EtatLu>`
    select ${COLONNES}, x.statut, x.faite_le, x.apparue_le
    from (select y.id from echeances.echeance y where y.enfant_id = ${enfantId}::uuid
      and (y.statut = 'ouverte' or y.faite_le > ${addJours(aujourdhui, -365)}::date)) choisie ${SOURCE} order by x.pour, x.regle, x.id`.execute(
    tx,
  );
  return rows.map(buildLigne);
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
