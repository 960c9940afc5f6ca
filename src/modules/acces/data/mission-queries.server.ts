import { type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Lues } from '#database/ensemble.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import type { MissionNature } from '../mission.ts';

export type MissionDuDossier = Periode & {
  id: string;
  version: number;
  nature: MissionNature;
  motif: string | null;
  agentId: string | null;
  uniteId: string | null;
  nom: string;
  /** Qui relaie ce référent ce jour, et jusqu'au bout de quel jour. */
  relais: string | null;
  relaisJusquAu: JourCivil | null;
};

export function buildMissions({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.mission as m')
    .leftJoin('organisation.agent as a', 'a.id', 'm.agentId')
    .leftJoin('organisation.unite as u', 'u.id', 'm.uniteId')
    .leftJoin('acces.relaisDuJour as r', (join) =>
      join.onRef('r.agentId', '=', 'm.agentId').on('m.nature', '=', 'referent'),
    )
    .leftJoin('organisation.agent as ra', 'ra.id', 'r.relaisId')
    .select(['m.id', 'm.version', 'm.nature', 'm.motif', 'm.periode', 'm.agentId', 'm.uniteId'])
    .select(sql<string>`coalesce(a.prenom || ' ' || a.nom, u.nom)`.as('nom'))
    .select([sql<string | null>`ra.prenom || ' ' || ra.nom`.as('relais'), 'r.jusquAu as relaisJusquAu'])
    .where('m.enfantId', '=', enfantId)
    .orderBy(sql`lower(m.periode)`);
}
export function parseMissions(lignes: Lues<typeof buildMissions>): MissionDuDossier[] {
  return lignes.map(({ periode, ...ligne }) => ({
    ...(ligne as Omit<MissionDuDossier, 'du' | 'au'>),
    ...parseDaterange(periode),
  }));
}
export async function listMissions(contexte: Contexte, enfantId: string): Promise<MissionDuDossier[]> {
  return parseMissions(await buildMissions(contexte, enfantId).execute());
}

export type Choisissable = { id: string; nom: string; groupe?: string };
export type AgentAChoisir = { id: string; nom: string; groupe: string; peutLever: boolean };

/** Les agents en poste aujourd'hui que l'on peut nommer auprès d'un enfant, unité par unité. */
export async function listAgentsAChoisir({ tx, aujourdhui }: Contexte): Promise<AgentAChoisir[]> {
  const { rows } = await sql<AgentAChoisir>`
    select * from (
      select distinct on (a.id) a.id, a.tri, a.nom || ' ' || a.prenom || ' · ' || p.intitule as nom, u.nom as groupe,
        bool_or(p.profil = any (${listProfilsQuiPeuvent('enfants.proteger')}::text[])) over (partition by a.id) as peut_lever
      from organisation.agent a
        join organisation.affectation f on f.agent_id = a.id and f.periode @> ${aujourdhui}::date
        join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
      where a.periode @> ${aujourdhui}::date and a.nature = 'personne'
        and p.profil = any (${listProfilsQuiPeuvent('enfants.lire-mission', 'enfants.lire-perimetre')}::text[])
      order by a.id, u.nom, p.intitule) x
    order by x.groupe, x.tri`.execute(tx);
  return rows;
}

export async function listUnitesAChoisir({ tx, aujourdhui }: Contexte): Promise<Choisissable[]> {
  return tx
    .selectFrom('organisation.unite')
    .select(['id', 'nom'])
    .where(sql<SqlBool>`periode @> ${aujourdhui}::date`)
    .where('nature', 'in', ['territoire', 'site', 'service'])
    .orderBy('nom')
    .execute();
}
