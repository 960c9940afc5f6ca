import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { isActif } from '#database/lecture.ts';
import { HABILITATIONS_DU_PROFIL } from '#shared/habilitation.ts';
import type { UniteEnArbre } from '../organigramme.ts';
import { computeArbre, type UniteComptee } from '../rules/arbre.ts';

/** Les profils qui encadrent leur unité. */
const ENCADRANTS = Object.entries(HABILITATIONS_DU_PROFIL)
  .filter(([, habilitations]) => habilitations.includes('perimetre.unite'))
  .map(([profil]) => profil);

/**
 * L'arbre des unités ouvertes ce jour, avec leurs effectifs, dans l'ordre où on le lit. Un agent qui tient deux postes
 * n'est compté qu'une fois : chaque nombre est celui de la liste qu'il ouvre.
 */
export async function listUnites({ tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>): Promise<UniteEnArbre[]> {
  const { rows } = await sql<UniteComptee>`
    with absents as materialized (
      select b.agent_id from organisation.absence b where ${isActif('b.periode', aujourdhui)}
    ), tenues as materialized (
      select p.id as poste_id, p.unite_id, p.profil, a.id as agent_id, a.nom, a.prenom, f.nature, a.nature = 'personne' as compte,
        b.agent_id is not null as absent
      from organisation.affectation f join organisation.agent a on a.id = f.agent_id join organisation.poste p on p.id = f.poste_id
      left join absents b on b.agent_id = a.id
      where ${isActif('f.periode', aujourdhui)} and ${isActif('a.periode', aujourdhui)} and ${isActif('p.periode', aujourdhui)}
    ), effectifs as (
      select s.ancetre_id, count(distinct t.agent_id) filter (where t.compte)::int as agents,
        count(distinct t.agent_id) filter (where t.compte and t.absent)::int as absents
      from organisation.unite_ascendance s join tenues t on t.unite_id = s.unite_id group by s.ancetre_id
    ), places as (
      select s.ancetre_id, count(*)::int as postes,
        count(*) filter (where not exists (select 1 from tenues t where t.poste_id = p.id))::int as vacants
      from organisation.unite_ascendance s join organisation.poste p on p.unite_id = s.unite_id
      where ${isActif('p.periode', aujourdhui)} group by s.ancetre_id
    ), secteurs as (
      select s.ancetre_id, count(*)::int as communes
      from organisation.unite_ascendance s join organisation.secteur d on d.unite_id = s.unite_id
      where ${isActif('d.periode', aujourdhui)} group by s.ancetre_id
    ), responsables as (
      select distinct on (t.unite_id) t.unite_id, t.agent_id, t.nom, t.prenom
      from tenues t join organisation.poste p on p.id = t.poste_id left join organisation.poste chef on chef.id = p.responsable_id
      where t.profil = any (${ENCADRANTS}) and chef.unite_id is distinct from t.unite_id
      order by t.unite_id, array_position(array['titulaire', 'interim', 'remplacement'], t.nature), p.numero
    )
    select u.id, u.code, u.nom, u.nature, u.parent_id, coalesce(e.agents, 0) as agents, coalesce(e.absents, 0) as absents,
      coalesce(l.postes, 0) as postes, coalesce(l.vacants, 0) as vacants, coalesce(s.communes, 0) as communes,
      r.agent_id as responsable_id, r.nom as responsable_nom, r.prenom as responsable_prenom
    from organisation.unite u
    left join effectifs e on e.ancetre_id = u.id left join places l on l.ancetre_id = u.id
    left join secteurs s on s.ancetre_id = u.id left join responsables r on r.unite_id = u.id
    where ${isActif('u.periode', aujourdhui)}
    order by acces.normalise(u.nom), u.code`.execute(tx);
  return computeArbre(rows);
}
