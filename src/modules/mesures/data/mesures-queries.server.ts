import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { findIdsParRecherche } from '#modules/personnes/index.server.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { EtatMesure } from '../etat-mesure.ts';
import { type MesureFiltre, type MesureLigne, SANS_SERVICE, VUES_MESURES, type VueMesures } from '../mesure-filtre.ts';

const FINIS = sql`('terminee', 'mainlevee', 'transferee', 'refusee', 'annulee')`;

/**
 * L'état de ce jour. Passé son dernier jour, une mesure est finie si l'on en a décidé, échue sinon (MES-027) : le temps seul le fait,
 * rien ne l'écrit.
 */
export const buildEtat = (jour: JourCivil) => sql<EtatMesure>`case when m.etat in ${FINIS} then m.etat
  when m.finie_le <= ${jour}::date then 'terminee' when upper(m.periode) <= ${jour}::date then 'echue-sans-decision' else m.etat end`;

/** Décidée, pas commencée, et rien n'y a mis fin. */
export const isOrdonneePasExecutee = (jour: JourCivil) =>
  sql<SqlBool>`(m.etat in ('decidee', 'en-attente-execution') and (m.finie_le is null or m.finie_le > ${jour}::date))`;

const ETATS_DE_LA_VUE: Record<Exclude<VueMesures, 'toutes' | 'ordonnees-pas-executees'>, readonly EtatMesure[]> = {
  'en-cours': ['en-cours', 'suspendue', 'en-renouvellement', 'renouvelee', 'decidee', 'en-attente-execution'],
  'a-decider': ['demandee', 'proposee', 'accord-recueilli'],
  echues: ['echue-sans-decision'],
  finies: ['terminee', 'mainlevee', 'transferee', 'refusee', 'annulee'],
};

function buildVue(vue: VueMesures, jour: JourCivil): RawBuilder<SqlBool> {
  if (vue === 'toutes') return sql`true`;
  if (vue === 'ordonnees-pas-executees') return isOrdonneePasExecutee(jour);
  return sql`${buildEtat(jour)} = any (${[...ETATS_DE_LA_VUE[vue]]}::text[])`;
}

const CLES: Record<MesureFiltre['tri'], RawBuilder<unknown>> = {
  enfant: sql`m.tri`,
  code: sql`m.code`,
  etat: sql`m.etat`,
  unite: sql`(select u.nom from organisation.unite u where u.id = m.unite_id)`,
  service: sql`m.service`,
  demandee: sql`m.demandee_le`,
  decidee: sql`m.decidee_le`,
  terme: sql`upper(m.periode)`,
};

/** Ce qu'une liste lit d'une mesure, l'état ramené à ce jour. */
export const buildColonnes = (
  jour: JourCivil,
) => sql`m.id, m.enfant_id, m.numero, m.restreint, m.nom, m.nom_usage, m.prenom, m.date_naissance,
  m.code, m.origine, ${buildEtat(jour)} as etat, lower(m.periode) as du, upper(m.periode) - 1 as au,
  m.unite_id, u.nom as unite, m.service, m.demandee_le, m.decidee_le, m.debut_le, m.finie_le`;

/** Ce que partagent la liste des mesures et celle de ce qui attend. */
export async function listConditionsCommunes(
  contexte: Contexte,
  { q, code, origine, unite, service }: Pick<MesureFiltre, 'q' | 'code' | 'origine' | 'unite' | 'service'>,
): Promise<RawBuilder<SqlBool>[]> {
  const trouves = q ? await findIdsParRecherche(contexte, q, 2000) : null;
  return [
    ...(trouves ? [sql<SqlBool>`m.enfant_id = any (${[...trouves]}::uuid[])`] : []),
    ...(code ? [sql<SqlBool>`m.code = ${code}`] : []),
    ...(origine ? [sql<SqlBool>`m.origine = ${origine}`] : []),
    ...(unite
      ? [
          sql<SqlBool>`m.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = ${unite}::uuid)`,
        ]
      : []),
    ...(service === SANS_SERVICE ? [sql<SqlBool>`m.service is null`] : []),
    ...(service && service !== SANS_SERVICE ? [sql<SqlBool>`m.service = ${service}`] : []),
  ];
}

async function listConditions(contexte: Contexte, filtre: MesureFiltre): Promise<RawBuilder<SqlBool>[]> {
  const { aujourdhui } = contexte;
  const { vue, etat, finit } = filtre;
  return [
    buildVue(vue, aujourdhui),
    ...(await listConditionsCommunes(contexte, filtre)),
    ...(etat ? [sql<SqlBool>`${buildEtat(aujourdhui)} = ${etat}`] : []),
    ...(finit
      ? [
          sql<SqlBool>`(upper(m.periode) > ${aujourdhui}::date and upper(m.periode) <= ${addJours(aujourdhui, Number(finit) + 1)}::date)`,
        ]
      : []),
  ];
}

/** Les mesures que l'agent voit, filtrées et rangées. La page est choisie d'abord ; ce qu'elle montre ne se lit que pour elle. */
export async function listMesures(
  contexte: Contexte,
  filtre: MesureFiltre,
  demande: PageDemandee,
): Promise<Page<MesureLigne>> {
  const sens = filtre.sens === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<MesureLigne & { total: number }>`
    with vues as materialized (
      select m.id, ${CLES[filtre.tri]} as cle from acces.mes_mesures m
      where ${sql.join(await listConditions(contexte, filtre), sql` and `)}),
    page as materialized (
      select v.id, row_number() over (order by v.cle ${sens}, v.id) as rang from vues v
      order by rang limit ${demande.taille} offset ${computeDecalage(demande)})
    select ${buildColonnes(contexte.aujourdhui)}, ensemble.total
    from (select count(*)::integer as total from vues) ensemble
      left join page on true
      left join acces.mes_mesures m on m.id = page.id and m.id = any (array(select p.id from page p))
      left join organisation.unite u on u.id = m.unite_id
    order by page.rang`.execute(contexte.tx);
  const lignes = rows.filter(({ id }) => id !== null).map(({ total: _, ...ligne }) => ligne);
  return buildPage(lignes, rows[0]?.total ?? 0, demande);
}

/** Combien dans chaque vue. */
export async function countMesures({ tx, aujourdhui }: Contexte): Promise<Record<VueMesures, number>> {
  const vues = Object.keys(VUES_MESURES) as VueMesures[];
  const comptes = vues.map(
    (vue) => sql`(count(*) filter (where ${buildVue(vue, aujourdhui)}))::integer as ${sql.ref(vue)}`,
  );
  const { rows } = await sql<Record<VueMesures, number>>`select ${sql.join(comptes)} from acces.mes_mesures m`.execute(
    tx,
  );
  const [premiere] = rows;
  if (!premiere) throw new Error('Un compte rend toujours une ligne');
  return premiere;
}

/** Les services qui exercent une mesure que l'agent voit, à choisir dans un filtre. */
export async function listServices({ tx }: Contexte): Promise<string[]> {
  const { rows } = await sql<{ service: string }>`
    select distinct m.service from acces.mes_mesures m where m.service is not null order by m.service`.execute(tx);
  return rows.map(({ service }) => service);
}
