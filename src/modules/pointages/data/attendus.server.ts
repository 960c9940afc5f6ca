/** Les enfants d'une crèche un jour donné, pour la tablette : qui est attendu, qui est là, qui est parti. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Identifiant } from '#shared/identifiant.ts';
import { type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';

export type EnfantPointable = {
  enfantId: Identifiant;
  nom: string;
  prenom: string;
  section: string | null;
  /** De quand à quand il est attendu ; nuls : il ne l'est pas. */
  debut: number | null;
  fin: number | null;
  absence: string | null;
};

/** Tous les enfants de la crèche, et ceux d'une autre qui y sont déjà venus ce jour ; section par section, puis par nom. */
export async function listEnfantsPointables(
  tx: Transaction,
  etablissementId: string,
  jour: JourCivil,
): Promise<EnfantPointable[]> {
  const rang = 2 * jourDeSemaine(jour);
  const { rows } = await sql<EnfantPointable>`
    select n.id as enfant_id, n.nom, n.prenom, s.nom as section, a.debut, a.fin,
      (select b.motif from eaje.absence b where b.enfant_id = n.id and b.periode @> ${jour}::date limit 1) as absence
    from eaje.enfant n left join eaje.section s on s.id = n.section_id
    left join lateral (
      select min(t.debut) as debut, max(t.fin) as fin from (
        select c.semaine[${rang - 1}::int] as debut, c.semaine[${rang}::int] as fin from eaje.contrat c
        where c.enfant_id = n.id and c.etablissement_id = ${etablissementId} and c.periode @> ${jour}::date and c.semaine[${rang}::int] > 0
        union all select r.debut, r.fin from eaje.reservation r
        where r.enfant_id = n.id and r.etablissement_id = ${etablissementId} and r.jour = ${jour}) t) a on true
    where n.etablissement_id = ${etablissementId}
      or exists (select 1 from eaje.presence p where p.enfant_id = n.id and p.jour = ${jour} and p.etablissement_id = ${etablissementId})
    order by s.nom nulls last, n.tri`.execute(tx);
  return rows;
}

export type EtatDuJour = { enfantId: string; arrivee: number; depart: number | null };

/** La dernière présence de chaque enfant. */
export async function listEtatsDuJour(
  tx: Transaction,
  etablissementId: string,
  jour: JourCivil,
): Promise<EtatDuJour[]> {
  const { rows } = await sql<EtatDuJour>`
    select distinct on (enfant_id) enfant_id, arrivee, depart from eaje.presence
    where etablissement_id = ${etablissementId} and jour = ${jour} order by enfant_id, arrivee desc`.execute(tx);
  return rows;
}
