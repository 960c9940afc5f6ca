import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { LigneBudget } from '../ligne-budget.ts';
import { computeMontant } from '../rules/atterrissage.ts';
import { loadReglages } from './reglages.server.ts';

/** Les lignes que l'on voit, avec tout ce qu'elles ont reçu : une seule requête, quel que soit leur nombre. */
export async function listLignes(tx: Transaction, condition: RawBuilder<unknown>): Promise<LigneBudget[]> {
  const { rows } = await sql<LigneBudget>`
    with ligne as materialized (select l.* from eaje.ligne_budget l where ${condition}),
    engage as materialized (
      select e.id, e.ligne_id, e.centimes, e.pour_exercice from eaje.engagement e
      where e.annule_le is null and e.ligne_id in (select id from ligne)),
    mandate as (
      select x.engagement_id, sum(x.centimes) as centimes from eaje.mandatement x
      where x.annule_le is null and x.engagement_id in (select id from engage) group by 1),
    depense as (
      select e.ligne_id, sum(e.centimes) as engage, sum(coalesce(m.centimes, 0)) as mandate,
        sum(greatest(e.centimes - coalesce(m.centimes, 0), 0)) as reste, sum(e.centimes) filter (where not e.pour_exercice) as repete
      from engage e left join mandate m on m.engagement_id = e.id group by 1)
    select l.id, l.etablissement_id, l.unite_id, u.nom as creche, u.parent_id as territoire_id, t.nom as territoire, l.exercice, l.nature,
      l.libelle, l.imputation, l.service_id, s.nom as service, l.du, l.version, l.budget_centimes::float8 as budget_centimes,
      coalesce(d.engage, 0)::float8 as engage_centimes, coalesce(d.mandate, 0)::float8 as mandate_centimes,
      coalesce(d.reste, 0)::float8 as reste_a_mandater_centimes, coalesce(d.repete, 0)::float8 as repete_centimes
    from ligne l
      join organisation.unite u on u.id = l.unite_id
      left join organisation.unite t on t.id = u.parent_id
      left join organisation.unite s on s.id = l.service_id
      left join depense d on d.ligne_id = l.id
    order by t.code, acces.normalise(u.nom), array_position(array['ENTRETIEN', 'PEDAGOGIE', 'PHARMACIE', 'ALIMENTATION', 'MENAGE', 'INTERIM',
      'FLUIDES', 'AUTRE'], l.nature), acces.normalise(l.libelle)`.execute(tx);
  return rows;
}

/** Toutes les lignes d'un exercice, dans ses unités. */
export const listLignesDeLExercice = (tx: Transaction, exercice: number): Promise<LigneBudget[]> =>
  listLignes(tx, sql`l.exercice = ${exercice}`);

export async function getLigne(tx: Transaction, id: string): Promise<LigneBudget> {
  return getSeule(await listLignes(tx, sql`l.id = ${id}::uuid`));
}

export function getSeule<T>([seule]: readonly T[]): T {
  if (!seule) throw new Introuvable('Absent, ou hors de vos missions.');
  return seule;
}

/** La crèche dont on lit les lignes. */
export async function getCrecheDuBudget(
  tx: Transaction,
  id: string,
): Promise<{ id: string; uniteId: string; nom: string }> {
  const { rows } = await sql<{ id: string; uniteId: string; nom: string }>`
    select e.id, e.unite_id, u.nom from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
    where e.id = ${id}::uuid`.execute(tx);
  return getSeule(rows);
}

/** Les exercices où cette crèche, ou toutes celles que l'on voit, ont des lignes ; le plus récent d'abord. */
export async function listExercices(tx: Transaction, etablissementId: string | null): Promise<number[]> {
  const { rows } = await sql<{ exercice: number }>`
    select distinct l.exercice from eaje.ligne_budget l
    where ${etablissementId}::uuid is null or l.etablissement_id = ${etablissementId}::uuid order by 1 desc`.execute(
    tx,
  );
  return rows.map(({ exercice }) => exercice);
}

/** Les services et directions qui peuvent tenir une ligne. */
export async function listServices(tx: Transaction): Promise<{ id: string; nom: string }[]> {
  const { rows } = await sql<{ id: string; nom: string }>`
    select u.id, u.nom from organisation.unite u
    where u.nature in ('direction', 'service') and u.periode @> acces.aujourdhui() order by acces.normalise(u.nom)`.execute(
    tx,
  );
  return rows;
}

export type AtterrissageCreche = Readonly<{
  etablissementId: string;
  budgetCentimes: number;
  engageCentimes: number;
  mandateCentimes: number;
  /** La somme de ses lignes, chacune à son rythme, et des seuils de chacune. */
  atterrissageCentimes: number;
  hautCentimes: number;
  basCentimes: number;
}>;

/** Les lignes que l'on voit d'un exercice, réunies par crèche (IND-24) : deux requêtes, quel que soit leur nombre. */
export async function listAtterrissages(
  contexte: Pick<Contexte, 'tx' | 'aujourdhui'>,
  exercice: number,
): Promise<AtterrissageCreche[]> {
  const { seuils } = await loadReglages(contexte);
  const lignes = await listLignesDeLExercice(contexte.tx, exercice);
  const parCreche = Map.groupBy(lignes, ({ etablissementId }) => etablissementId);
  return [...parCreche].map(([etablissementId, siennes]) => {
    const lues = siennes.map((ligne) => ({ ...ligne, ...computeMontant(ligne, contexte.aujourdhui, seuils) }));
    const total = (lire: (ligne: (typeof lues)[number]) => number) => lues.reduce((cumul, l) => cumul + lire(l), 0);
    return {
      etablissementId,
      budgetCentimes: total((l) => l.budgetCentimes),
      engageCentimes: total((l) => l.engageCentimes),
      mandateCentimes: total((l) => l.mandateCentimes),
      atterrissageCentimes: total((l) => l.atterrissageCentimes),
      hautCentimes: total((l) => (l.budgetCentimes * seuils.haut) / 100),
      basCentimes: total((l) => (l.rythmeConnu ? (l.budgetCentimes * seuils.bas) / 100 : 0)),
    };
  });
}

export type MoisInterim = Readonly<{ etablissementId: string; mois: JourCivil; centimes: number }>;

/**
 * L'intérim mandaté, crèche par crèche et mois par mois (IND-15). Un mois paraît dès que la crèche a une ligne d'intérim de cet exercice, même
 * si rien n'y est payé ; sans ligne, on ne sait rien de son intérim. Un mandatement compte au mois où il est fait, quel que soit son exercice.
 */
export async function listMoisInterim(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Readonly<{ du: JourCivil; au: JourCivil }>,
  ids: readonly string[],
): Promise<MoisInterim[]> {
  const { rows } = await sql<MoisInterim>`
    with ligne as materialized (
      select l.id, l.etablissement_id, l.exercice from eaje.ligne_budget l
      where l.nature = 'INTERIM' and l.etablissement_id = any (${[...ids]}::uuid[])),
    paye as (
      select l.etablissement_id, date_trunc('month', m.jour)::date as mois, sum(m.centimes) as centimes
      from ligne l join eaje.engagement e on e.ligne_id = l.id and e.annule_le is null
        join eaje.mandatement m on m.engagement_id = e.id and m.annule_le is null
      where m.jour between ${du} and ${au} group by 1, 2),
    tenu as (
      select distinct l.etablissement_id, j::date as mois
      from ligne l join generate_series(date_trunc('month', ${du}::date), ${au}::date, interval '1 month') j on extract(year from j) = l.exercice)
    select etablissement_id, mois, coalesce(p.centimes, 0)::float8 as centimes
    from tenu left join paye p using (etablissement_id, mois) order by 1, 2`.execute(tx);
  return rows;
}
