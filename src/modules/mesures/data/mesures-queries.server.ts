import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { findIdsParRecherche } from '#modules/personnes/index.server.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import { ORDONNES_PAS_EXECUTES } from '../attente.ts';
import type { EtatMesure } from '../etat-mesure.ts';
import { type MesureFiltre, type MesureLigne, VUES_MESURES, type VueMesures } from '../mesure-filtre.ts';

const FINIS = sql`('terminee', 'mainlevee', 'transferee', 'refusee', 'annulee')`;
const ORDONNES = sql`(${sql.join([...ORDONNES_PAS_EXECUTES])})`;
const ACTIFS = sql`('en-cours', 'suspendue', 'en-renouvellement', 'renouvelee', 'decidee', 'en-attente-execution')`;

/** Passée sans nouvelle décision (MES-027) : le temps seul le fait, `rules` ne l'écrit pas. */
const isEchue = (jour: JourCivil) => sql<SqlBool>`(upper(m.periode) <= ${jour}::date and m.etat not in ${FINIS})`;

const VUES: Record<VueMesures, (jour: JourCivil) => RawBuilder<SqlBool>> = {
  'en-cours': (jour) => sql`(m.etat in ${ACTIFS} and not coalesce(${isEchue(jour)}, false))`,
  'a-decider': () => sql`m.etat in ('demandee', 'proposee', 'accord-recueilli')`,
  'ordonnees-pas-executees': () => sql`m.etat in ${ORDONNES}`,
  echues: isEchue,
  finies: () => sql`m.etat in ${FINIS}`,
  toutes: () => sql`true`,
};

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

/** L'état de ce jour. */
export const buildEtat = (jour: JourCivil) =>
  sql<EtatMesure>`case when ${isEchue(jour)} then 'echue-sans-decision' else m.etat end`;

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
    ...(service ? [sql<SqlBool>`m.service = ${service}`] : []),
  ];
}

async function listConditions(contexte: Contexte, filtre: MesureFiltre): Promise<RawBuilder<SqlBool>[]> {
  const { aujourdhui } = contexte;
  const { vue, etat, finit } = filtre;
  return [
    VUES[vue](aujourdhui),
    ...(await listConditionsCommunes(contexte, filtre)),
    ...(etat
      ? [
          etat === 'echue-sans-decision'
            ? isEchue(aujourdhui)
            : sql<SqlBool>`(m.etat = ${etat} and not coalesce(${isEchue(aujourdhui)}, false))`,
        ]
      : []),
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
    (vue) => sql`(count(*) filter (where ${VUES[vue](aujourdhui)}))::integer as ${sql.ref(vue)}`,
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
