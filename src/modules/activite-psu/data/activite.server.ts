/** Ce que lisent les pages : les mois comptés, les exercices et le barème d'une année, en trois requêtes quelles que soient les crèches. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { type BaremePsu, findDebutDuGel } from '../bareme.ts';
import type { Exercice } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import type { Existence } from '../rules/bilan.ts';

export type Creche = Readonly<{
  id: string;
  uniteId: string;
  nom: string;
  code: string;
  territoireId: string | null;
  territoire: string | null;
  fournitTout: boolean;
  idEqu: string | null;
  dossierAfc: string | null;
  places: number;
  existence: Existence;
}>;

/** Les crèches que l'on finance, avec leurs places au dernier jour autorisé de l'année. */
export async function listCreches(tx: Transaction, annee: number, ids?: readonly string[]): Promise<Creche[]> {
  const { rows } = await sql<Creche>`
    select e.id, e.unite_id, u.nom, u.code, u.parent_id as territoire_id, t.nom as territoire, e.fournit_tout, e.id_equ, e.dossier_afc,
      coalesce((select a.places from eaje.autorisation a where a.etablissement_id = e.id
        and a.periode && daterange(make_date(${annee}, 1, 1), make_date(${annee}, 12, 31), '[]') order by lower(a.periode) desc limit 1), 0)::int as places,
      jsonb_build_object('du', lower(u.periode), 'au', upper(u.periode) - 1) as existence
    from eaje.etablissement e join organisation.unite u on u.id = e.unite_id left join organisation.unite t on t.id = u.parent_id
    where e.id = any ((select acces.mes_creches('creches.financer'))::uuid[])
      and u.periode && daterange(make_date(${annee}, 1, 1), make_date(${annee}, 12, 31), '[]')
      and ${ids === undefined ? sql`true` : sql`e.id = any (${[...ids]}::uuid[])`}
    order by t.code, acces.normalise(u.nom)`.execute(tx);
  return rows;
}

/** Les mois d'une année, de janvier à décembre. */
export async function listMois(tx: Transaction, annee: number, ids?: readonly string[]): Promise<MoisActivite[]> {
  const { rows } = await sql<MoisActivite>`
    select m.etablissement_id, m.mois, m.places, m.jours_ouverts, m.minutes_ouvertes, m.minutes_contractees, m.minutes_facturees,
      m.minutes_realisees, m.minutes_occasionnelles, m.ouvertes_a_venir, m.contractees_a_venir, m.jours_a_venir,
      m.participations_centimes::float8 as participations_centimes, m.enfants, m.enfants_handicap, m.doutes, m.pointages, m.calcule_le, m.fige_le,
      exists (select 1 from eaje.mois_a_compter r where r.etablissement_id = m.etablissement_id and r.mois = m.mois) as touche
    from eaje.mois_activite m
    where m.mois between make_date(${annee}, 1, 1) and make_date(${annee}, 12, 31)
      and ${ids === undefined ? sql`true` : sql`m.etablissement_id = any (${[...ids]}::uuid[])`}
    order by m.etablissement_id, m.mois`.execute(tx);
  return rows;
}

export async function listExercices(tx: Transaction, annee: number, ids?: readonly string[]): Promise<Exercice[]> {
  const { rows } = await sql<Exercice>`
    select x.id, x.etablissement_id, x.annee, x.charges_centimes::float8 as charges_centimes,
      x.autres_recettes_centimes::float8 as autres_recettes_centimes, x.bonus_mixite_centimes::float8 as bonus_mixite_centimes,
      x.bonus_handicap_centimes::float8 as bonus_handicap_centimes, x.bonus_territoire_centimes::float8 as bonus_territoire_centimes,
      x.bonus_attractivite_centimes::float8 as bonus_attractivite_centimes, x.facturees_prevues, x.realisees_prevues,
      x.charges_prevues_centimes::float8 as charges_prevues_centimes, x.previsionnel, x.journees_pedagogiques, x.minutes_hors_presence,
      x.minutes_exceptionnelles, x.organisme_caf, x.version
    from eaje.exercice x
    where x.annee = ${annee} and ${ids === undefined ? sql`true` : sql`x.etablissement_id = any (${[...ids]}::uuid[])`}`.execute(
    tx,
  );
  return rows;
}

export type BaremeEnregistre = BaremePsu & { id: string; version: number };

/** Les prix en dix-millièmes d'euro. */
export async function findBareme(tx: Transaction, annee: number): Promise<BaremeEnregistre | undefined> {
  const { rows } = await sql<BaremeEnregistre>`
    select b.id, b.annee,
      jsonb_build_object('pmax', (10000 * b.pmax_avec)::int, 'pmoyen', (10000 * b.pmoyen_avec)::int, 'pmin', (10000 * b.pmin_avec)::int) as avec,
      jsonb_build_object('pmax', (10000 * b.pmax_sans)::int, 'pmoyen', (10000 * b.pmoyen_sans)::int, 'pmin', (10000 * b.pmin_sans)::int) as sans,
      b.taux, b.seuil_bas, b.seuil_haut, b.confiance, b.source, b.version,
      (select jsonb_build_object('annee', g.annee, 'avec', (10000 * g.pmin_avec)::int, 'sans', (10000 * g.pmin_sans)::int)
        from eaje.bareme_psu g where g.annee >= ${findDebutDuGel(annee) ?? null} and g.annee < b.annee order by g.annee limit 1) as gele
    from eaje.bareme_psu b where b.annee = ${annee}`.execute(tx);
  return rows[0];
}
