import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes, buildSens, isActif, isTrouve, readListe } from '#database/lecture.ts';
import { isSousUnite } from '#modules/organisation/index.server.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import type { Agent, AgentFiltre, AgentLigne, Presence } from '../agent.ts';
import type { EquipeDe } from '../droits.ts';

/**
 * Les postes tenus ce jour, le principal de chacun (titulaire d'abord, puis le plus ancien) et les absents, calculés une
 * fois : jointes agent par agent, ces mêmes lectures coûtaient quatre cents fois plus. D'une unité, ses seuls agents, avec tous leurs postes.
 */
function buildAvec(jour: JourCivil, uniteId: string | null): RawBuilder<unknown> {
  const desSiens = uniteId
    ? sql`and f.agent_id = any (array(select g.agent_id from organisation.affectation g where g.poste_id = any (array(
        select q.id from organisation.poste q where ${isSousUnite('q.unite_id', uniteId)}))))`
    : sql``;
  return sql`with tenues as materialized (
      select f.agent_id, f.nature, lower(f.periode) as depuis, p.intitule, p.unite_id, u.nom as unite,
        ${isSousUnite('p.unite_id', uniteId)} as demandee
      from organisation.affectation f join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
      where ${isActif('f.periode', jour)} and ${isActif('p.periode', jour)} ${desSiens}
    ), principaux as materialized (
      select distinct on (agent_id) *, count(*) over siens::int as nombre, bool_or(demandee) over siens as dedans
      from tenues window siens as (partition by agent_id) order by agent_id, (nature = 'titulaire') desc, depuis
    ), absents as materialized (
      select b.id, b.agent_id, b.periode from organisation.absence b where ${isActif('b.periode', jour)}
    )`;
}

const SOURCE = sql`from organisation.agent a
  left join principaux t on t.agent_id = a.id left join absents b on b.agent_id = a.id`;

const COLONNES = sql`a.id, a.matricule, a.nom, a.prenom, a.courriel, a.telephone, a.metier, ${buildBornes('a.periode')},
  t.intitule as poste, t.unite_id, t.unite, t.depuis, greatest(coalesce(t.nombre, 0) - 1, 0) as autres_postes,
  b.id is not null as absent, (upper(b.periode) - 1) as absent_jusqu_au`;

function isPresence(presence: Presence, jour: JourCivil): RawBuilder<boolean> {
  const enFonction = isActif('a.periode', jour);
  const conditions: Record<Presence, RawBuilder<boolean>> = {
    'en-poste': sql<boolean>`${enFonction} and t.unite_id is not null`,
    present: sql<boolean>`${enFonction} and t.unite_id is not null and b.id is null`,
    absent: sql<boolean>`${enFonction} and t.unite_id is not null and b.id is not null`,
    'sans-poste': sql<boolean>`${enFonction} and t.unite_id is null`,
    parti: sql<boolean>`upper(a.periode) <= ${jour}::date`,
    tous: sql<boolean>`true`,
  };
  return conditions[presence];
}

const TRIS: Record<AgentFiltre['tri'], RawBuilder<unknown>> = {
  nom: sql`a.tri`,
  metier: sql`a.metier`,
  unite: sql`acces.normalise(t.unite)`,
  depuis: sql`t.depuis`,
};

/** Les agents, cherchés par nom, prénom ou matricule, par unité (et ce qui en dépend), métier et présence. */
export function listAgents(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  filtre: AgentFiltre,
  page: PageDemandee,
): Promise<Page<AgentLigne>> {
  const source = sql`${SOURCE}
    where a.nature = 'personne' and ${isPresence(filtre.presence, aujourdhui)}
      and (${filtre.metier} = '' or a.metier = ${filtre.metier})
      and ${isAffecteSous(filtre.unite)}
      and ${isTrouve(sql`a.tri || ' ' || lower(a.matricule)`, filtre.q)}`;
  const ordre = sql`${TRIS[filtre.tri]} ${buildSens(filtre.sens)}, a.tri, a.matricule`;
  return readListe<AgentLigne>(
    tx,
    { avec: buildAvec(aujourdhui, filtre.unite), colonnes: COLONNES, source, ordre },
    page,
  );
}

/** Combien d'agents en poste ce jour dans l'unité et celles qui en dépendent, et combien sont absents : les nombres de la liste. */
export async function countAgents(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  uniteId: string | null,
): Promise<{ agents: number; absents: number }> {
  const { rows } = await sql<{ agents: number; absents: number }>`
    ${buildAvec(aujourdhui, uniteId)} select count(*)::int as agents, (count(*) filter (where ${isPresence('absent', aujourdhui)}))::int as absents
    ${SOURCE} where a.nature = 'personne' and ${isPresence('en-poste', aujourdhui)} and ${isAffecteSous(uniteId)}`.execute(
    tx,
  );
  return rows[0] ?? { agents: 0, absents: 0 };
}

/** Un de ses postes du jour, pas seulement le principal, est dans l'unité ; sans unité, tous. */
function isAffecteSous(uniteId: string | null): RawBuilder<boolean> {
  if (uniteId === null) return sql<boolean>`true`;
  return sql<boolean>`t.dedans`;
}

export async function findAgent(tx: Transaction, id: string): Promise<Agent | undefined> {
  if (!isIdentifiant(id)) return undefined;
  const { rows } = await sql<Agent>`
    select a.id, a.matricule, a.nature, a.nom, a.prenom, a.courriel, a.telephone, a.metier, ${buildBornes('a.periode')}, a.version
    from organisation.agent a where a.id = ${id}`.execute(tx);
  return rows[0];
}

/** Les agents en fonction ce jour, pour un champ de choix. */
export async function listAgentsAChoisir({ tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>) {
  const { rows } = await sql<{ id: string; nom: string; prenom: string; poste: string | null; unite: string | null }>`
    ${buildAvec(aujourdhui, null)} select a.id, a.nom, a.prenom, t.intitule as poste, t.unite ${SOURCE}
    where a.nature = 'personne' and ${isActif('a.periode', aujourdhui)} order by a.tri`.execute(tx);
  return rows;
}

/** Les unités des postes que tient l'agent ce jour. */
export async function getEquipeDe(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  agentId: string,
): Promise<EquipeDe> {
  const { rows } = await sql<{ uniteId: string }>`
    select distinct p.unite_id from organisation.affectation f join organisation.poste p on p.id = f.poste_id
    where f.agent_id = ${agentId} and ${isActif('f.periode', aujourdhui)}`.execute(tx);
  return { agentId, unites: rows.map(({ uniteId }) => uniteId) };
}
