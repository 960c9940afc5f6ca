import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';

export type RelaisLu = {
  id: string;
  version: number;
  agentId: string;
  agent: string;
  relaisId: string;
  relais: string;
  du: JourCivil;
  au: JourCivil;
  motif: string;
};

/** Les relais finis se montrent encore trois mois. */
const JOURS_MONTRES = 92;

/** Les relais que l'on donne, que l'on tient, et ceux de son équipe : la base ne montre pas les autres. */
export async function listRelais({ tx, aujourdhui }: Contexte): Promise<RelaisLu[]> {
  const { rows } = await sql<RelaisLu>`
    select r.id, r.version, r.agent_id, a.prenom || ' ' || a.nom as agent, r.relais_id, c.prenom || ' ' || c.nom as relais,
      lower(r.periode) as du, upper(r.periode) - 1 as au, r.motif
    from enfants.relais r join organisation.agent a on a.id = r.agent_id join organisation.agent c on c.id = r.relais_id
    where upper(r.periode) > ${addJours(aujourdhui, -JOURS_MONTRES)}::date
    order by upper(r.periode) > ${aujourdhui}::date desc, lower(r.periode), a.tri`.execute(tx);
  return rows;
}

export type RelaisDuJour = { agentId: string; agent: string; relais: string; jusquAu: JourCivil };

/** Ceux que je relaie ce jour, et qui me relaie. */
export async function listMesRelaisDuJour({ tx, agent }: Contexte): Promise<RelaisDuJour[]> {
  const { rows } = await sql<RelaisDuJour>`
    select r.agent_id, a.prenom || ' ' || a.nom as agent, c.prenom || ' ' || c.nom as relais, r.jusqu_au
    from acces.relais_du_jour r join organisation.agent a on a.id = r.agent_id join organisation.agent c on c.id = r.relais_id
    where r.agent_id = ${agent.id}::uuid or r.relais_id = ${agent.id}::uuid order by r.jusqu_au, a.tri`.execute(tx);
  return rows;
}

type Personne = { id: string; nom: string; prenom: string; unite: string };

/** À qui les enfants de cet agent peuvent être confiés. */
export async function listCollegues({ tx, aujourdhui }: Contexte, agentId: string): Promise<Personne[]> {
  const { rows } = await sql<Personne>`
    select * from (
      select distinct on (a.id) a.id, a.nom, a.prenom, a.tri, u.nom as unite
      from acces.collegues_de(${agentId}::uuid) c (id) join organisation.agent a on a.id = c.id
        join organisation.affectation f on f.agent_id = a.id and f.periode @> ${aujourdhui}::date
        join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
      order by a.id, (f.nature = 'titulaire') desc, u.nom) x
    order by x.unite, x.tri`.execute(tx);
  return rows;
}

/** Les référents de son équipe, avec combien d'enfants chacun peut confier. */
export async function listReferentsDeLEquipe({
  tx,
  aujourdhui,
}: Contexte): Promise<(Personne & { enfants: number })[]> {
  const { rows } = await sql<Personne & { enfants: number }>`
    select * from (
      select distinct on (a.id) a.id, a.nom, a.prenom, a.tri, u.nom as unite, s.enfants
      from acces.mes_referents s join organisation.agent a on a.id = s.agent_id
        join organisation.affectation f on f.agent_id = a.id and f.periode @> ${aujourdhui}::date
        join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
      order by a.id, (f.nature = 'titulaire') desc, u.nom) x
    order by x.unite, x.tri`.execute(tx);
  return rows;
}

/** Combien d'enfants ce référent peut confier : ceux qu'il suit ce jour, hors dossiers restreints. */
export async function countEnfantsDuReferent({ tx }: Contexte, agentId: string): Promise<number> {
  const compte = await tx
    .selectFrom('acces.mesReferents')
    .select('enfants')
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return compte?.enfants ?? 0;
}
