/** La semaine d'une équipe, pour qui l'encadre : les nombres par nature, ce qui a été fait, les plus anciens retards. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { isActif } from '#database/lecture.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import { ACTEURS, type Acteur, isDehors } from '#shared/obligation.ts';
import type { CourrielEcrit } from '../courriel.ts';
import { type Cadre, formatSemaine, type Semaine } from '../rules/resume.ts';
import { DUE, RESTREINTE } from './dues.server.ts';

type SemaineLue = Semaine & { agentId: string };

const PLUS_ANCIENS = 5;
const AU_DEPARTEMENT = (Object.keys(ACTEURS) as Acteur[]).filter((acteur) => !isDehors(acteur));

/** Encadre qui voit le périmètre de son unité, et dont un autre poste dépend. */
export async function listSemaines(tx: Transaction, cadre: Cadre): Promise<CourrielEcrit[]> {
  const { aujourdhui } = cadre;
  const { rows } = await sql<SemaineLue>`
    with encadrants as materialized (
      select distinct f.agent_id, s.unite_id
      from organisation.affectation f join organisation.poste p on p.id = f.poste_id join organisation.agent a on a.id = f.agent_id
      join organisation.unite_ascendance s on s.ancetre_id = p.unite_id
      left join alertes.preference r on r.agent_id = a.id
      where ${isActif('f.periode', aujourdhui)} and ${isActif('p.periode', aujourdhui)} and ${isActif('a.periode', aujourdhui)}
        and p.profil = any (${listProfilsQuiPeuvent('perimetre.unite')}) and a.courriel is not null and coalesce(r.semaine, true)
        and exists (select 1 from organisation.poste q where q.responsable_id = p.id and ${isActif('q.periode', aujourdhui)})
    ), par_unite as materialized (
      select x.unite_id, x.regle, min(x.libelle) as libelle, count(*) filter (where x.statut = 'ouverte') as ouvertes,
        count(*) filter (where x.statut = 'ouverte' and x.pour < ${aujourdhui}::date) as retards,
        count(*) filter (where x.statut = 'ouverte' and x.pour < ${aujourdhui}::date and x.gravite = 'critique') as critiques,
        count(*) filter (where x.statut = 'ouverte' and x.pour between ${aujourdhui}::date and ${aujourdhui}::date + 6) as dues,
        count(*) filter (where x.statut = 'faite') as faites
      from echeances.echeance x
      where x.acteur = any (${AU_DEPARTEMENT}) and (x.statut = 'ouverte' or (x.statut = 'faite' and x.faite_le > ${aujourdhui}::date - 7))
      group by x.unite_id, x.regle
    ), par_regle as (
      select e.agent_id, u.regle, min(u.libelle) as libelle, sum(u.ouvertes)::integer as ouvertes, sum(u.retards)::integer as retards,
        sum(u.critiques)::integer as critiques, sum(u.dues)::integer as dues, sum(u.faites)::integer as faites
      from encadrants e join par_unite u on u.unite_id = e.unite_id group by e.agent_id, u.regle
    ), equipes as (
      select e.agent_id, array_agg(e.unite_id) as unites from encadrants e group by e.agent_id
    )
    select r.agent_id, sum(r.dues)::integer as dues_cette_semaine, sum(r.faites)::integer as faites_en_sept_jours,
      jsonb_agg(jsonb_build_object('regle', r.regle, 'libelle', r.libelle, 'ouvertes', r.ouvertes, 'retards', r.retards,
        'critiques', r.critiques) order by r.retards desc, r.regle) as lignes,
      (select coalesce(jsonb_agg(v.due order by v.pour, v.id), '[]') from (
        select x.id, x.pour, ${DUE} as due from echeances.echeance x
        where x.statut = 'ouverte' and not ${RESTREINTE} and x.pour < ${aujourdhui}::date and x.unite_id = any (e.unites)
          and x.acteur = any (${AU_DEPARTEMENT})
        order by x.pour, x.id limit ${PLUS_ANCIENS}) v) as plus_anciens
    from par_regle r join equipes e on e.agent_id = r.agent_id group by r.agent_id, e.unites order by r.agent_id`.execute(
    tx,
  );
  return rows.map(({ agentId, ...semaine }) => ({ agentId, ...formatSemaine(semaine, cadre) }));
}
