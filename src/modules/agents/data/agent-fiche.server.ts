import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes, isActif } from '#database/lecture.ts';
import { listDelegationsDe } from '#modules/delegations/index.server.ts';
import type { Delegation } from '#modules/delegations/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Absence } from '../absence.ts';
import type { NatureAffectation } from '../affectation.ts';
import type { Agent } from '../agent.ts';
import type { EquipeDe } from '../droits.ts';
import { findSuperieur, type Superieur } from '../rules/hierarchie.ts';
import { findAgent, getEquipeDe } from './agents.server.ts';
import { listHierarchie } from './hierarchie.server.ts';

type Tenue = {
  id: string;
  posteId: string;
  intitule: string;
  uniteId: string;
  unite: string;
  nature: NatureAffectation;
  du: JourCivil;
  au: JourCivil | null;
  version: number;
};
type Voisin = { id: string; nom: string; prenom: string; intitule: string; absent: boolean };

export type AgentFiche = {
  agent: Agent;
  /** Les postes tenus, du plus récent au plus ancien. */
  tenues: Tenue[];
  absences: Absence[];
  delegations: Delegation[];
  superieur: Superieur | undefined;
  /** Comment le supérieur a été trouvé. */
  etapes: string[];
  /** Ceux dont le poste dépend du sien, puis ceux de la même unité. */
  equipe: Voisin[];
  collegues: Voisin[];
  droits: EquipeDe;
};

export async function getAgent(contexte: Contexte, id: string): Promise<AgentFiche> {
  const { tx, aujourdhui } = contexte;
  const agent = await findAgent(tx, id);
  if (!agent) throw new Introuvable('Absent, ou hors de vos missions.');
  const tenues = await listTenues(tx, id);
  const principal = tenues.find(({ du, au }) => du <= aujourdhui && (au === null || au >= aujourdhui));
  const postes = principal ? await listHierarchie(tx, principal.posteId, aujourdhui) : [];
  const { superieur, etapes } = principal
    ? findSuperieur(postes, { posteId: principal.posteId, agentId: id, jour: aujourdhui })
    : { superieur: undefined, etapes: ['Sans poste ce jour, donc sans supérieur.'] };
  return {
    agent,
    tenues,
    absences: await listAbsences(tx, id),
    delegations: await listDelegationsDe(tx, id, aujourdhui),
    superieur,
    etapes,
    equipe: await listEquipe(contexte, id),
    collegues: principal ? await listCollegues(contexte, id, principal.uniteId) : [],
    droits: await getEquipeDe(contexte, id),
  };
}

async function listTenues(tx: Transaction, agentId: string): Promise<Tenue[]> {
  const { rows } = await sql<Tenue>`
    select f.id, f.poste_id, p.intitule, p.unite_id, u.nom as unite, f.nature, ${buildBornes('f.periode')}, f.version
    from organisation.affectation f join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
    where f.agent_id = ${agentId}
    order by (f.nature = 'titulaire' and upper_inf(f.periode)) desc, lower(f.periode) desc`.execute(tx);
  return rows;
}

/** Le motif manque quand la politique de la base ne le montre pas. */
async function listAbsences(tx: Transaction, agentId: string): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select b.id, b.agent_id, ${buildBornes('b.periode')}, m.motif, m.commentaire
    from organisation.absence b left join organisation.absence_motif m on m.absence_id = b.id
    where b.agent_id = ${agentId} order by lower(b.periode) desc limit 100`.execute(tx);
  return rows;
}

const VOISIN = sql`a.id, a.nom, a.prenom, p.intitule, b.id is not null as absent`;

async function listEquipe({ tx, aujourdhui }: Contexte, agentId: string): Promise<Voisin[]> {
  const { rows } = await sql<Voisin>`
    select distinct on (a.tri, a.id) ${VOISIN}
    from organisation.affectation moi join organisation.poste p on p.responsable_id = moi.poste_id
    join organisation.affectation f on f.poste_id = p.id and ${isActif('f.periode', aujourdhui)}
    join organisation.agent a on a.id = f.agent_id
    left join organisation.absence b on b.agent_id = a.id and ${isActif('b.periode', aujourdhui)}
    where moi.agent_id = ${agentId} and ${isActif('moi.periode', aujourdhui)} and a.id <> ${agentId}
    order by a.tri, a.id`.execute(tx);
  return rows;
}

async function listCollegues({ tx, aujourdhui }: Contexte, agentId: string, uniteId: string): Promise<Voisin[]> {
  const { rows } = await sql<Voisin>`
    select distinct on (a.tri, a.id) ${VOISIN}
    from organisation.poste p join organisation.affectation f on f.poste_id = p.id and ${isActif('f.periode', aujourdhui)}
    join organisation.agent a on a.id = f.agent_id
    left join organisation.absence b on b.agent_id = a.id and ${isActif('b.periode', aujourdhui)}
    where p.unite_id = ${uniteId} and a.id <> ${agentId} order by a.tri, a.id`.execute(tx);
  return rows;
}
