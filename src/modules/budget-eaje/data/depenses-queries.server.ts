import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type {
  ConstatRemplace,
  Engagement,
  LigneBudget,
  Mandatement,
  ServiceFait,
  SuiteArbitrage,
} from '../ligne-budget.ts';
import { getSeule, listLignes } from './lignes-queries.server.ts';

/** Les engagements, les annulés compris, du plus récent au plus ancien. */
export function listEngagements(tx: Transaction, condition: RawBuilder<unknown>): Promise<Engagement[]> {
  return sql<Engagement>`
    select e.id, e.ligne_id, e.jour, e.objet, e.centimes::float8 as centimes, e.pour_exercice, e.depassement, e.annule_le, e.annulation,
      coalesce((select sum(m.centimes) from eaje.mandatement m where m.engagement_id = e.id and m.annule_le is null), 0)::float8
        as mandate_centimes, coalesce(a.prenom || ' ' || a.nom, '') as par, e.version
    from eaje.engagement e left join organisation.agent a on a.id = e.par
    where ${condition} order by e.jour desc, e.id desc`
    .execute(tx)
    .then(({ rows }) => rows);
}

export function listMandatements(tx: Transaction, condition: RawBuilder<unknown>): Promise<Mandatement[]> {
  return sql<Mandatement>`
    select m.id, m.engagement_id, m.jour, m.reference, m.centimes::float8 as centimes, m.annule_le, m.annulation, m.version
    from eaje.mandatement m where ${condition} order by m.jour desc, m.id desc`
    .execute(tx)
    .then(({ rows }) => rows);
}

export async function getEngagement(tx: Transaction, id: string): Promise<Engagement> {
  return getSeule(await listEngagements(tx, sql`e.id = ${id}::uuid`));
}

export async function getMandatement(tx: Transaction, id: string): Promise<Mandatement> {
  return getSeule(await listMandatements(tx, sql`m.id = ${id}::uuid`));
}

export type Correction = {
  id: string;
  mandatementId: string | null;
  le: JourCivil;
  motif: string;
  avantJour: JourCivil;
  avantCentimes: number;
  avantTexte: string;
  par: string;
};

/** Ce qu'un engagement et ses mandatements disaient avant d'être corrigés. */
export async function listCorrections(tx: Transaction, engagementId: string): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select c.id, c.mandatement_id, c.le, c.motif, c.avant_jour, c.avant_centimes::float8 as avant_centimes, c.avant_texte,
      coalesce(a.prenom || ' ' || a.nom, '') as par
    from eaje.depense_correction c left join organisation.agent a on a.id = c.par
    where c.engagement_id = ${engagementId}::uuid order by c.le desc, c.id desc`.execute(tx);
  return rows;
}

export type Arbitrage = {
  id: string;
  le: JourCivil;
  suite: SuiteArbitrage;
  motif: string;
  avantCentimes: number;
  apresCentimes: number;
  par: string;
};

export async function listArbitrages(tx: Transaction, ligneId: string): Promise<Arbitrage[]> {
  const { rows } = await sql<Arbitrage>`
    select b.id, b.le, b.suite, b.motif, b.avant_centimes::float8 as avant_centimes, b.apres_centimes::float8 as apres_centimes,
      coalesce(a.prenom || ' ' || a.nom, '') as par
    from eaje.arbitrage_budget b left join organisation.agent a on a.id = b.par
    where b.ligne_id = ${ligneId}::uuid order by b.le desc, b.id desc`.execute(tx);
  return rows;
}

export function listServicesFaits(tx: Transaction, condition: RawBuilder<unknown>): Promise<ServiceFait[]> {
  return sql<ServiceFait>`
    select s.id, s.ligne_id, s.nature, s.mois, s.dues, s.faites, s.conformes, s.montant_centimes::float8 as montant_centimes, s.demande,
      s.accord_le, s.minutes_commandees, s.minutes_realisees, s.minutes_facturees, s.ecart_qualification, s.atteste_le,
      a.prenom || ' ' || a.nom as atteste_par, s.atteste_par as atteste_par_id, s.version
    from eaje.service_fait s left join organisation.agent a on a.id = s.atteste_par
    where ${condition} order by s.mois desc, s.id desc`
    .execute(tx)
    .then(({ rows }) => rows);
}

export async function getServiceFait(tx: Transaction, id: string): Promise<ServiceFait> {
  return getSeule(await listServicesFaits(tx, sql`s.id = ${id}::uuid`));
}

/** Ce qui était attesté avant d'être corrigé, le dernier d'abord. */
export async function listConstatsRemplaces(tx: Transaction, serviceId: string): Promise<ConstatRemplace[]> {
  const { rows } = await sql<ConstatRemplace>`
    select c.id, c.le, c.motif, c.avant, c.avant_atteste_le, coalesce(v.prenom || ' ' || v.nom, '') as avant_atteste_par,
      coalesce(a.prenom || ' ' || a.nom, '') as par
    from eaje.service_correction c left join organisation.agent a on a.id = c.par
      left join organisation.agent v on v.id = c.avant_atteste_par
    where c.service_id = ${serviceId}::uuid order by c.le desc, c.id desc`.execute(tx);
  return rows;
}

export const listEngagementsDe = (tx: Transaction, ligneId: string): Promise<Engagement[]> =>
  listEngagements(tx, sql`e.ligne_id = ${ligneId}::uuid`);

export const listServicesDe = (tx: Transaction, ligneId: string): Promise<ServiceFait[]> =>
  listServicesFaits(tx, sql`s.ligne_id = ${ligneId}::uuid`);

export const listMandatementsDe = (tx: Transaction, engagementId: string): Promise<Mandatement[]> =>
  listMandatements(tx, sql`m.engagement_id = ${engagementId}::uuid`);

/** Les lignes d'une crèche pour un exercice, et les prestations qui s'y attestent. */
export async function listBudgetDe(
  tx: Transaction,
  etablissementId: string,
  exercice: number,
): Promise<{ lignes: LigneBudget[]; services: ServiceFait[] }> {
  const lignes = await listLignes(tx, sql`l.etablissement_id = ${etablissementId}::uuid and l.exercice = ${exercice}`);
  const ids = lignes.map(({ id }) => id);
  return { lignes, services: await listServicesFaits(tx, sql`s.ligne_id = any (${ids}::uuid[])`) };
}
