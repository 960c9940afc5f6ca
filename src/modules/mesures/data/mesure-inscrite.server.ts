import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import { parseDaterange } from '#shared/periode.ts';
import type { MesureInscrite } from '../mesure-inscrite.ts';
import { buildEtat } from './mesures-queries.server.ts';

type Lue = Omit<MesureInscrite, 'periode'> & { periode: string | null };

const NOM = (alias: string) =>
  sql.raw(`(select a.prenom || ' ' || a.nom from organisation.agent a where a.id = ${alias})`);
const liste = (objet: RawBuilder<unknown>, table: string, alias: string, ordre: string) =>
  sql`coalesce((select jsonb_agg(${objet} order by ${sql.raw(ordre)}) from ${sql.raw(`mesures.${table} ${alias}`)}
    where ${sql.raw(`${alias}.mesure_id = m.id`)}), '[]')`;

const DECISION = sql`jsonb_build_object('id', d.id, 'lotId', d.lot_id, 'nature', d.nature, 'le', d.le, 'instant', d.instant, 'du', d.du, 'au', d.au,
  'recueLe', d.recue_le, 'juridiction', d.juridiction, 'juge', d.juge, 'numero', d.numero, 'decideur', d.decideur,
  'lieuDecouverte', d.lieu_decouverte, 'signataireId', d.signataire_id, 'signataire', ${NOM('d.signataire_id')},
  'arreteNumero', d.arrete_numero, 'fondement', d.fondement, 'motifs', d.motifs, 'confieA', d.confie_a, 'confiePrecision', d.confie_precision,
  'droitsVisite', d.droits_visite, 'rapportTousLesMois', d.rapport_tous_les_mois, 'sansAudition', d.sans_audition,
  'corrigeId', d.corrige_id, 'correctionMotif', d.correction_motif, 'inscriteLe', d.inscrite_le, 'par', ${NOM('d.par_id')},
  'corrigee', exists (select 1 from mesures.decision c where c.corrige_id = d.id))`;
const AVIS = sql`jsonb_build_object('id', v.id, 'sens', v.sens, 'motif', v.motif, 'le', v.le, 'par', ${NOM('v.par_id')})`;
const ACCORD = sql`jsonb_build_object('id', c.id, 'nature', c.nature, 'forme', c.forme, 'de', c.par, 'le', c.le, 'precision', c.precision,
  'par', ${NOM('c.par_id')})`;
const EXECUTION = sql`jsonb_build_object('id', e.id, 'nature', e.nature, 'le', e.le, 'instant', e.instant, 'raison', e.raison,
  'detenteurId', e.detenteur_id, 'detenteur', coalesce(${NOM('e.detenteur_id')}, e.detenteur), 'risque', e.risque, 'motif', e.motif,
  'precision', e.precision, 'corrigeId', e.corrige_id, 'annule', e.annule, 'correctionMotif', e.correction_motif,
  'inscriteLe', e.inscrite_le, 'par', ${NOM('e.par_id')},
  'corrigee', exists (select 1 from mesures.execution x where x.corrige_id = e.id))`;

async function readMesures(contexte: Contexte, ou: RawBuilder<unknown>): Promise<MesureInscrite[]> {
  const { rows } = await sql<Lue>`
    select m.id, m.enfant_id, m.code, m.origine, m.groupe, m.unite_id, u.nom as unite, m.service, m.service_contact, ${buildEtat(contexte.aujourdhui)} as etat, m.etat as etat_inscrit, m.periode,
      m.demandee_le, m.decidee_le, m.debut_le, m.finie_le, m.motif, m.objectifs, ${NOM('m.cree_par')} as par, m.version,
      case when m.annulee_le is not null
        then jsonb_build_object('le', m.annulee_le, 'par', ${NOM('m.annulee_par')}, 'motif', m.annulation_motif) end as annulation,
      ${liste(DECISION, 'decision', 'd', 'd.le, d.inscrite_le, d.id')} as decisions,
      ${liste(AVIS, 'avis', 'v', 'v.le, v.inscrit_le, v.id')} as avis,
      ${liste(ACCORD, 'accord', 'c', 'c.le, c.inscrit_le, c.id')} as accords,
      ${liste(EXECUTION, 'execution', 'e', 'e.le, e.inscrite_le, e.id')} as execution
    from mesures.mesure m join organisation.unite u on u.id = m.unite_id
    where ${ou} order by coalesce(lower(m.periode), m.demandee_le) desc, m.id desc`.execute(contexte.tx);
  return rows.map(({ periode, ...mesure }) => ({
    ...mesure,
    periode: periode === null ? null : parseDaterange(periode),
  }));
}

/** Les mesures d'un enfant, de la plus récente à la plus ancienne, chacune avec son histoire. */
export function listMesuresDe(contexte: Contexte, enfantId: string): Promise<MesureInscrite[]> {
  return readMesures(contexte, sql`m.enfant_id = ${enfantId}::uuid`);
}

/** Plusieurs mesures à la fois, dans l'ordre demandé. Introuvable si l'une d'elles est absente, ou hors de vos missions. */
export async function listMesuresParId(contexte: Contexte, ids: readonly string[]): Promise<MesureInscrite[]> {
  const lues = new Map((await readMesures(contexte, sql`m.id = any (${[...ids]}::uuid[])`)).map((m) => [m.id, m]));
  return ids.map((id) => {
    const mesure = lues.get(id);
    if (!mesure) throw new Introuvable('Absente, ou hors de vos missions.');
    return mesure;
  });
}

/** Une mesure et son histoire. Introuvable si la base ne la montre pas. */
export async function getMesureInscrite(contexte: Contexte, id: string): Promise<MesureInscrite> {
  const [mesure] = await listMesuresParId(contexte, [id]);
  if (!mesure) throw new Introuvable('Absente, ou hors de vos missions.');
  return mesure;
}
