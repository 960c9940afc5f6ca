import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import {
  ETATS_DE_LA_VUE,
  type SignalementFiltre,
  type SignalementLigne,
  VUES_SIGNALEMENT,
  type VueSignalement,
} from '../signalement-filtre.ts';

/** Jour d'où l'on attend le parquet : la dernière relance, sinon l'envoi (IP-033). */
export const ATTENTE_DEPUIS = sql`coalesce(s.relance_le, (s.envoye_a at time zone 'Europe/Paris')::date)`;

const CLES: Record<SignalementFiltre['tri'], RawBuilder<unknown>> = {
  age: sql`s.cree_le`,
  etat: sql`s.etat`,
  unite: sql`u.nom`,
};

async function buildVue(contexte: Contexte, vue: VueSignalement): Promise<RawBuilder<SqlBool>> {
  const etats = sql<SqlBool>`s.etat = any (${[...ETATS_DE_LA_VUE[vue]]}::text[])`;
  if (vue !== 'a-relancer' && vue !== 'sans-reponse') return etats;
  const jours = await getParametre(contexte.tx, 'ip.relance-parquet-jours', contexte.aujourdhui);
  const passe = sql<SqlBool>`${ATTENTE_DEPUIS} + ${jours}::integer <= ${contexte.aujourdhui}::date`;
  return vue === 'a-relancer' ? sql<SqlBool>`(${etats} and ${passe})` : sql<SqlBool>`(${etats} and not ${passe})`;
}

/** Les signalements que l'agent conduit ; les enfants ne se lisent que pour la page montrée. */
export async function listSignalements(
  contexte: Contexte,
  filtre: SignalementFiltre,
  demande: PageDemandee,
): Promise<Page<SignalementLigne>> {
  const source = sql`from acces.signalements_que_je_conduis s join organisation.unite u on u.id = s.unite_id
    where ${await buildVue(contexte, filtre.vue)} and (${filtre.unite} = ''
      or s.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = nullif(${filtre.unite}, '')::uuid))`;
  const sens = filtre.sens === 'desc' ? sql`desc` : sql`asc`;
  const { rows: comptes } = await sql<{ total: number }>`select count(*)::integer as total ${source}`.execute(
    contexte.tx,
  );
  const { rows } = await sql<SignalementLigne>`
    with page as materialized (
      select s.id, s.information_id, s.numero, s.etat, s.urgent, s.motif, u.nom as unite, s.cree_le, s.valide_le, s.envoye_a, s.relance_le,
        s.suites_le, row_number() over (order by ${CLES[filtre.tri]} ${sens}, s.id) as rang
      ${source} order by rang limit ${demande.taille} offset ${computeDecalage(demande)})
    select p.*, coalesce((select jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
      from acces.mineurs_de_mes_informations m where m.information_id = p.information_id), '[]') as mineurs
    from page p order by p.rang`.execute(contexte.tx);
  return buildPage(rows, comptes[0]?.total ?? 0, demande);
}

/** Combien dans chaque vue de travail ; les vues passées ne se comptent pas. */
export async function countSignalements(contexte: Contexte): Promise<Partial<Record<VueSignalement, number>>> {
  const vues = (Object.keys(VUES_SIGNALEMENT) as VueSignalement[]).filter((vue) => vue !== 'tous' && vue !== 'finis');
  const comptes: RawBuilder<unknown>[] = [];
  for (const vue of vues)
    comptes.push(sql`(count(*) filter (where ${await buildVue(contexte, vue)}))::integer as ${sql.ref(vue)}`);
  const { rows } = await sql<Record<VueSignalement, number>>`
    select ${sql.join(comptes)} from acces.signalements_que_je_conduis s where s.etat in ('brouillon', 'valide', 'envoye', 'accuse')`.execute(
    contexte.tx,
  );
  return rows[0] ?? {};
}
