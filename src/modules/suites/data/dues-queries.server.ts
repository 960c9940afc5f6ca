import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { DueFiltre, ObjetDu, VueDues } from '../due-filtre.ts';
import type { FaitsADire } from '../rules/information-due.ts';

/** Une information à donner, avec les faits d'où la règle tire son jour et son calcul. */
export type DueLigne = {
  informationId: string;
  numero: string;
  etat: EtatInformation;
  objet: ObjetDu;
  signalementId: string | null;
  faits: Omit<FaitsADire, 'dites'>;
  unite: string;
  mineurs: readonly { rang: number; nom: string | null; prenom: string | null }[];
};

export const HORIZON_JOURS = 30;

/**
 * Ce que l'on doit dire et que l'on n'a pas dit, de ce que l'agent conduit, chaque sorte par son index. La règle
 * (`rules/information-due.ts`) dit le jour et son calcul ; ici il ne sert qu'à choisir et à ranger, et un essai les confronte.
 */
const DUES: Record<ObjetDu, (conduite: RawBuilder<SqlBool>) => RawBuilder<unknown>> = {
  source: (conduite) => sql`
    select i.id, 'source' as objet, null::uuid as signalement_id, i.unite_id,
      ((case when i.categorie_source = 'particulier' then i.suites_demandees_le else i.transmise_le end) + interval '3 months')::date as pour
    from ip.information i where i.categorie_source <> 'anonyme' and not i.deja_dit @> '{source}'
      and (i.categorie_source <> 'particulier' or i.suites_demandees_le is not null) and ${conduite}`,
  ouverture: (conduite) => sql`
    select i.id, 'ouverture', null::uuid, i.unite_id, coalesce(i.evaluation_debutee_le, i.attribuee_le)
    from ip.information i where coalesce(i.evaluation_debutee_le, i.attribuee_le) is not null and not i.deja_dit @> '{ouverture}'
      and ${conduite}`,
  conclusions: (conduite) => sql`
    select i.id, 'conclusions', null::uuid, i.unite_id, i.decidee_le
    from ip.information i where i.decidee_le is not null and not i.deja_dit @> '{conclusions}' and ${conduite}`,
  saisine: () => sql`
    select s.information_id, 'saisine', s.id, s.unite_id, (s.envoye_a at time zone 'Europe/Paris')::date
    from acces.signalements_que_je_conduis s where s.envoye_a is not null and s.dit_le is null`,
};

/** Ces sortes de choses à dire, à lire dans un `from`, sous le nom `d`. */
export function buildDues({ agent }: Contexte, objets: readonly ObjetDu[]): RawBuilder<unknown> {
  const conduite = buildConduite(agent);
  const sortes = objets.map((objet) => DUES[objet](conduite));
  return sql`(${sql.join(sortes, sql` union all `)}) d (id, objet, signalement_id, unite_id, pour)`;
}

/**
 * Ce que l'agent conduit, parmi ce qu'il voit : qui suit un enfant lit son information, mais rien n'y est à dire de lui. Une seule
 * condition quand elle suffit : jointe par « ou » à une autre, elle ferait lire toutes les lignes.
 */
function buildConduite(agent: AgentEnSession): RawBuilder<SqlBool> {
  if (canDo(agent, 'ip.recueillir')) return sql<SqlBool>`true`;
  const titres: RawBuilder<SqlBool>[] = [];
  if (canDo(agent, 'ip.lire-perimetre')) titres.push(sql<SqlBool>`i.unite_id = any (${agent.unites}::uuid[])`);
  if (canDo(agent, 'ip.evaluer'))
    titres.push(sql<SqlBool>`i.id = any (array(select e.information_id from acces.mes_evaluations e))`);
  return titres.length > 0 ? sql<SqlBool>`(${sql.join(titres, sql` or `)})` : sql<SqlBool>`false`;
}

/** De quoi rendre une ligne : les faits que lit la règle, et le nom des enfants. `d` : une ligne de `buildDues`. */
export const COLONNES_DUE = sql`d.id as information_id, i.numero, i.etat, d.objet, d.signalement_id, u.nom as unite,
  jsonb_build_object('categorieSource', i.categorie_source, 'recueLe', i.recue_le, 'transmiseLe', i.transmise_le,
    'suitesDemandeesLe', i.suites_demandees_le, 'attribueeLe', i.attribuee_le, 'evaluationDebuteeLe', i.evaluation_debutee_le,
    'decideeLe', i.decidee_le, 'signalements', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'etat', s.etat, 'envoyeA', s.envoye_a))
      from ip.signalement s where s.id = d.signalement_id), '[]')) as faits,
  coalesce((select jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
    from acces.mineurs_de_mes_informations m where m.information_id = d.id), '[]') as mineurs`;

const CLES: Record<DueFiltre['tri'], RawBuilder<unknown>> = {
  pour: sql`d.pour`,
  objet: sql`d.objet`,
  unite: sql`u.nom`,
};

function buildVue(vue: VueDues, jour: JourCivil): RawBuilder<SqlBool> {
  if (vue === 'en-retard') return sql<SqlBool>`d.pour < ${jour}::date`;
  if (vue === 'toutes') return sql<SqlBool>`true`;
  return sql<SqlBool>`d.pour between ${jour}::date and ${addJours(jour, HORIZON_JOURS)}::date`;
}

const TOUS: readonly ObjetDu[] = ['source', 'ouverture', 'conclusions', 'saisine'];

function buildSource(contexte: Contexte, { objet, unite }: Pick<DueFiltre, 'objet' | 'unite'>): RawBuilder<unknown> {
  const dues = buildDues(contexte, objet ? [objet] : TOUS);
  if (!unite) return dues;
  return sql`${dues} join organisation.unite_ascendance a on a.unite_id = d.unite_id and a.ancetre_id = ${unite}::uuid`;
}

/** Ce que l'on doit dire, et combien dans chaque vue ; les faits et les enfants ne se lisent que pour la page montrée. */
export async function listDues(
  contexte: Contexte,
  filtre: DueFiltre,
  demande: PageDemandee,
): Promise<{ page: Page<DueLigne>; comptes: Record<VueDues, number> }> {
  const comptes = await countDues(contexte, filtre);
  const sens = filtre.sens === 'desc' ? sql`desc` : sql`asc`;
  const ordre = sql`${CLES[filtre.tri]} ${sens}, d.pour, d.id, d.objet, d.signalement_id`;
  const { rows } = await sql<DueLigne>`
    with page as materialized (
      select d.id, d.objet, d.signalement_id, d.unite_id, d.pour from ${buildSource(contexte, filtre)}
        join organisation.unite u on u.id = d.unite_id
      where ${buildVue(filtre.vue, contexte.aujourdhui)} order by ${ordre} limit ${demande.taille} offset ${computeDecalage(demande)})
    select ${COLONNES_DUE} from page d join ip.information i on i.id = d.id and i.id = any (array(select p.id from page p))
      join organisation.unite u on u.id = d.unite_id
    order by ${ordre}`.execute(contexte.tx);
  return { page: buildPage(rows, comptes[filtre.vue], demande), comptes };
}

async function countDues(contexte: Contexte, filtre: DueFiltre): Promise<Record<VueDues, number>> {
  const compte = (vue: VueDues) =>
    sql`(count(*) filter (where ${buildVue(vue, contexte.aujourdhui)}))::integer as ${sql.ref(vue)}`;
  const { rows } = await sql<Record<VueDues, number>>`
    select ${compte('en-retard')}, ${compte('a-venir')}, ${compte('toutes')} from ${buildSource(contexte, filtre)}`.execute(
    contexte.tx,
  );
  return rows[0] ?? { 'en-retard': 0, 'a-venir': 0, toutes: 0 };
}
