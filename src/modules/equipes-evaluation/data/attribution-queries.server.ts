import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { Periode } from '#shared/periode.ts';
import type { Desserte } from '../rules/attribution.ts';
import { PROFILS_DU_METIER } from '../rules/equipe.ts';

/** Les unités qui desservent la commune de l'information ce jour, chacune avec le territoire dont elle dépend. */
export async function listDessertes(
  { tx, aujourdhui }: Contexte,
  informationId: string,
): Promise<{ commune: string | null; dessertes: Desserte[] }> {
  const { rows } = await sql<{ commune: string | null } & { [C in keyof Desserte]: Desserte[C] | null }>`
    select coalesce(c.nom, i.commune_nom) as commune, s.unite_id, u.nom as unite, s.quartier,
      coalesce(t.id, s.unite_id) as territoire_id, coalesce(t.nom, u.nom) as territoire
    from ip.information i
    left join organisation.commune c on c.code = i.commune_code
    left join organisation.secteur s on s.commune_code = c.code and s.periode @> ${aujourdhui}::date
    left join organisation.unite u on u.id = s.unite_id
    left join lateral (select t.id, t.nom from organisation.unite_ascendance a join organisation.unite t on t.id = a.ancetre_id
      where a.unite_id = s.unite_id and t.nature = 'territoire' order by a.distance limit 1) t on true
    where i.id = ${informationId} order by s.quartier`.execute(tx);
  return {
    commune: rows[0]?.commune ?? null,
    dessertes: rows.filter((ligne): ligne is { commune: string | null } & Desserte => ligne.uniteId !== null),
  };
}

export type CandidatLu = {
  id: string;
  nom: string;
  metier: string;
  profil: string;
  unite: string;
  /** Déjà de l'équipe. */
  nomme: boolean;
  enCours: number;
  enRetard: number;
  absences: readonly Periode[];
};

/** Profils qui évaluent, ceux dont c'est le métier d'abord. */
const PROFILS = ['evaluateur', ...listProfilsQuiPeuvent('ip.evaluer').filter((profil) => profil !== 'evaluateur')];

/**
 * Qui peut évaluer pour cette unité : les agents du territoire dont elle dépend (à défaut, d'elle-même), leur charge et leurs
 * absences, ceux dont c'est le métier d'abord ; et qui est déjà de l'équipe, d'où qu'il vienne.
 */
export async function listCandidats(
  { tx, aujourdhui }: Contexte,
  { uniteId, equipe }: { uniteId: string | null; equipe: readonly string[] },
): Promise<CandidatLu[]> {
  const { rows } = await sql<CandidatLu & { prenom: string }>`
    with territoire as (
      select a.ancetre_id as id from organisation.unite_ascendance a join organisation.unite u on u.id = a.ancetre_id
      where a.unite_id = ${uniteId}::uuid and (u.nature = 'territoire' or a.distance = 0)
      order by u.nature = 'territoire' desc, a.distance limit 1
    ), tenues as materialized (
      select distinct on (f.agent_id) f.agent_id, p.profil, u.nom as unite
      from organisation.affectation f join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
      where f.periode @> ${aujourdhui}::date and p.periode @> ${aujourdhui}::date and p.profil = any (${PROFILS}::text[])
        and (f.agent_id = any (${equipe}::uuid[])
          or p.unite_id in (select a.unite_id from organisation.unite_ascendance a where a.ancetre_id = (select id from territoire)))
      order by f.agent_id, array_position(${PROFILS}::text[], p.profil)
    )
    select a.id, a.nom, a.prenom, a.metier, t.profil, t.unite, a.id = any (${equipe}::uuid[]) as nomme,
      coalesce(c.en_cours, 0) as en_cours, coalesce(c.en_retard, 0) as en_retard,
      coalesce((select jsonb_agg(jsonb_build_object('du', lower(b.periode), 'au', upper(b.periode) - 1) order by b.periode)
        from organisation.absence b where b.agent_id = a.id and not upper(b.periode) <= ${aujourdhui}::date), '[]') as absences
    from tenues t join organisation.agent a on a.id = t.agent_id and a.periode @> ${aujourdhui}::date
    left join ip.charges(array(select agent_id from tenues)) c on c.agent_id = a.id
    order by array_position(${PROFILS}::text[], t.profil), coalesce(c.en_cours, 0) + coalesce(c.en_retard, 0), a.tri`.execute(
    tx,
  );
  return rows.map(({ prenom, ...ligne }) => ({ ...ligne, nom: formatNom(ligne.nom, prenom) }));
}

/**
 * Combien d'évaluateurs sont présents ce jour pour chaque unité : ceux du territoire dont elle dépend (à défaut, d'elle-même), comme
 * les candidats que l'on y proposerait.
 */
export async function listPresences({ tx, aujourdhui }: Contexte): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; presents: number }>`
    with presents as materialized (
      select distinct f.agent_id, p.unite_id from organisation.affectation f join organisation.poste p on p.id = f.poste_id
      where f.periode @> ${aujourdhui}::date and p.periode @> ${aujourdhui}::date and p.profil = any (${PROFILS_DU_METIER}::text[])
        and not exists (select 1 from organisation.absence b where b.agent_id = f.agent_id and b.periode @> ${aujourdhui}::date)
    ), territoires as (
      select u.id, coalesce((select t.id from organisation.unite_ascendance a join organisation.unite t on t.id = a.ancetre_id
        where a.unite_id = u.id and t.nature = 'territoire' order by a.distance limit 1), u.id) as territoire_id
      from organisation.unite u
    )
    select t.id, count(distinct p.agent_id)::int as presents from territoires t
      left join organisation.unite_ascendance a on a.ancetre_id = t.territoire_id left join presents p on p.unite_id = a.unite_id
    group by t.id`.execute(tx);
  return new Map(rows.map(({ id, presents }) => [id, presents]));
}

export type MembreDEquipe = {
  id: string;
  nom: string;
  metier: string;
  du: JourCivil;
  /** Dernier jour ; nul tant qu'il en est. */
  au: JourCivil | null;
  motifFin: string | null;
};

/** L'équipe et son histoire, ceux d'aujourd'hui d'abord. */
export async function listEquipe({ tx, aujourdhui }: Contexte, informationId: string): Promise<MembreDEquipe[]> {
  const { rows } = await sql<MembreDEquipe & { prenom: string }>`
    select a.id, a.nom, a.prenom, a.metier, lower(e.periode) as du, upper(e.periode) - 1 as au, e.motif_fin
    from ip.evaluateur e join organisation.agent a on a.id = e.agent_id
    where e.information_id = ${informationId}
    order by e.periode @> ${aujourdhui}::date desc, lower(e.periode), a.tri`.execute(tx);
  return rows.map(({ prenom, ...ligne }) => ({ ...ligne, nom: formatNom(ligne.nom, prenom) }));
}
