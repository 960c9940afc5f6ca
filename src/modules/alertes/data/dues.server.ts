/** Morceaux de SQL du tour du matin : à qui va chaque échéance, et ce qu'on en dit dans un courriel. Tout se lit par ensembles. */
import { type RawBuilder, sql } from 'kysely';
import { isActif } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { OFFICES } from '../rules/destinataires.ts';

/** Tient lieu d'unité à ce qui n'en a pas. */
export const SANS_UNITE = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** « avec » : `actifs`, les agents en fonction ; `offices`, qui répond de chaque acteur dans chaque unité. */
export function buildOffices(jour: JourCivil): RawBuilder<unknown> {
  return sql`
    actifs as materialized (
      select a.id, a.courriel from organisation.agent a where a.nature = 'personne' and ${isActif('a.periode', jour)}
    ), tenues as materialized (
      select distinct p.profil, p.unite_id, f.agent_id
      from organisation.affectation f join organisation.poste p on p.id = f.poste_id join actifs a on a.id = f.agent_id
      where ${isActif('f.periode', jour)} and ${isActif('p.periode', jour)}
    ), roles as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(OFFICES)}::jsonb) as r (acteur text, profil text, rang integer, partout boolean)
    ), candidats as (
      select r.acteur, s.unite_id, t.agent_id, r.rang
      from roles r join tenues t on t.profil = r.profil join organisation.unite_ascendance s on s.ancetre_id = t.unite_id
      where not r.partout
      union all
      select r.acteur, u.id, t.agent_id, r.rang
      from roles r join tenues t on t.profil = r.profil cross join (select id from organisation.unite union all select ${SANS_UNITE}) u (id)
      where r.partout
    ), offices as materialized (
      select distinct c.acteur, c.unite_id, c.agent_id
      from (select c.*, min(c.rang) over (partition by c.acteur, c.unite_id) as premier from candidats c) c where c.rang = c.premier
    )`;
}

/**
 * Les échéances ouvertes et qui doit en entendre parler : l'agent nommé s'il est en fonction, l'équipe pour ce qu'elle évalue, sinon
 * qui répond de cet acteur. Qui relaie l'agent nommé ce jour l'entend aussi (`relayee`) : ce qu'il fait pour lui reste dû par lui.
 * Un dossier restreint ne se dit qu'à l'agent nommé par l'échéance, ou à ceux que le dossier nomme ; il ne se relaie pas.
 */
export function buildDues(condition: RawBuilder<unknown>, jour: JourCivil): RawBuilder<unknown> {
  return sql`
    equipes as materialized (
      select v.information_id, v.agent_id from ip.evaluateur v join actifs a on a.id = v.agent_id where ${isActif('v.periode', jour)}
    ), dues as materialized (
      select x.*, coalesce(a.id, v.agent_id, o.agent_id) as pour_agent_id, false as relayee
      from echeances.echeance x
      left join actifs a on a.id = x.agent_id
      left join equipes v on x.agent_id is null and x.acteur = 'evaluateurs' and v.information_id = x.information_id
      left join offices o on a.id is null and v.agent_id is null and o.acteur = x.acteur and o.unite_id = coalesce(x.unite_id, ${SANS_UNITE})
      where x.statut = 'ouverte' and ${condition} and (a.id is not null or (coalesce(v.agent_id, o.agent_id) is not null
        and (not x.restreint or exists (select 1 from enfants.acces_nomme n
          where n.enfant_id = x.enfant_id and n.agent_id = o.agent_id and ${isActif('n.periode', jour)}))
        and ${isInformationOuverte(sql`coalesce(v.agent_id, o.agent_id)`, jour)}))
      union all
      select x.*, r.relais_id, true
      from echeances.echeance x join enfants.relais r on r.agent_id = x.agent_id and ${isActif('r.periode', jour)}
      join actifs a on a.id = r.relais_id
      where x.statut = 'ouverte' and x.enfant_id is not null and not x.restreint and ${condition}
    )`;
}

/** Cet agent est nommé par chaque dossier restreint que l'information touche. */
function isInformationOuverte(agent: RawBuilder<unknown>, jour: JourCivil): RawBuilder<boolean> {
  return sql`(x.information_id is null or not exists (
    select 1 from ip.mineur m join enfants.enfant e on e.id = m.enfant_id
    where m.information_id = x.information_id and e.restreint and not exists (select 1 from enfants.acces_nomme n
      where n.enfant_id = e.id and n.agent_id = ${agent} and ${isActif('n.periode', jour)})))`;
}

/** Le dossier de l'enfant est restreint, ou celui d'un enfant de l'information. */
export const RESTREINTE = sql<boolean>`(x.restreint or (x.information_id is not null and exists (
  select 1 from ip.mineur m join enfants.enfant e on e.id = m.enfant_id where m.information_id = x.information_id and e.restreint)))`;

/** « L. M. » : la seule chose qu'un courriel dise d'un enfant. Nul pour un dossier restreint. Une crèche se nomme. */
export const INITIALES = sql<string | null>`case
  when ${RESTREINTE} then null
  when x.enfant_id is not null then (select ${buildInitiales('p')} from enfants.personne p where p.id = x.enfant_id)
  when x.etablissement_id is not null then
    (select u.nom from eaje.etablissement c join organisation.unite u on u.id = c.unite_id where c.id = x.etablissement_id)
  else (select string_agg(${buildInitiales('m')}, ', ' order by m.rang) from ip.mineur m
    where m.information_id = x.information_id and m.role = 'signale')
  end`;

function buildInitiales(table: string): RawBuilder<string> {
  const [prenom, nom] = [sql.ref(`${table}.prenom`), sql.ref(`${table}.nom`)];
  return sql`nullif(concat_ws(' ', nullif(upper(left(${prenom}, 1)) || '.', '.'), nullif(upper(left(${nom}, 1)) || '.', '.')), '')`;
}

export const CHEMIN = sql<string | null>`case
  when ${RESTREINTE} then null
  when x.enfant_id is not null then '/enfants/' || x.enfant_id
  when x.etablissement_id is not null then '/creches/' || x.etablissement_id
  else '/informations/' || x.information_id end`;

/** Une échéance telle qu'un courriel la montre (`Due`). */
export const DUE = sql`jsonb_build_object('regle', x.regle, 'libelle', x.libelle, 'gravite', x.gravite, 'pour', x.pour,
  'initiales', ${INITIALES}, 'chemin', ${CHEMIN})`;
