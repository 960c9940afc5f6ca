import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { Conflit, Introuvable } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { parseDaterange } from '#shared/periode.ts';
import type { CibleEnfant } from '../droits.ts';

export type Cible = CibleEnfant & { id: string; numero: string; nom: string; version: number };

type Brute = { agentId: string | null; uniteId: string | null; periode: string };
type MissionBrute = Brute & { relais: string[] };

/** L'enfant sur lequel porte un acte, avec de quoi dire qui le peut. Introuvable si la base ne le montre pas. */
export async function getCible({ tx }: Contexte, enfantId: string): Promise<Cible> {
  const { rows } = await sql<{
    id: string;
    numero: string;
    nom: string;
    nomUsage: string | null;
    prenom: string;
    version: number;
    restreint: boolean;
    closLe: JourCivil | null;
    missions: MissionBrute[];
    nommes: Brute[];
    bris: { agentId: string }[];
  }>`
    select e.id, e.numero, p.nom, p.nom_usage, p.prenom, e.version, e.restreint, e.clos_le,
      (select coalesce(jsonb_agg(jsonb_build_object('agentId', m.agent_id, 'uniteId', m.unite_id, 'periode', m.periode,
        'relais', array(select r.relais_id from acces.relais_du_jour r where r.agent_id = m.agent_id and m.nature = 'referent'))), '[]') from enfants.mission m where m.enfant_id = e.id) as missions,
      (select coalesce(jsonb_agg(jsonb_build_object('agentId', n.agent_id, 'periode', n.periode)), '[]') from enfants.acces_nomme n where n.enfant_id = e.id) as nommes,
      (select coalesce(jsonb_agg(jsonb_build_object('agentId', b.agent_id)), '[]') from enfants.bris_de_glace b where b.enfant_id = e.id and b.expire_le > now()) as bris
    from enfants.enfant e join enfants.personne p on p.id = e.id and p.fusionnee_dans is null
    where e.id = ${enfantId}`.execute(tx);
  const ligne = rows[0];
  if (!ligne) throw new Introuvable('Absent, ou hors de vos missions.');
  return {
    id: ligne.id,
    numero: ligne.numero,
    nom: formatPersonne(ligne),
    version: ligne.version,
    restreint: ligne.restreint,
    closLe: ligne.closLe,
    missions: ligne.missions.map(({ periode, ...mission }) => ({ ...mission, periode: parseDaterange(periode) })),
    nommes: ligne.nommes.map(({ agentId, periode }) => ({ agentId: agentId ?? '', periode: parseDaterange(periode) })),
    brisDeGlace: ligne.bris.map(({ agentId }) => ({ agentId, enCours: true })),
  };
}

export type SurEnfant = { cible: Cible; jour: Contexte['aujourdhui'] };

/** La cible et le jour : ce dont le droit a besoin. */
export async function loadEnfant(contexte: Contexte, { enfantId }: { enfantId: string }): Promise<SurEnfant> {
  return { cible: await getCible(contexte, enfantId), jour: contexte.aujourdhui };
}

type Droit = (agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil) => boolean;

/** Un droit de `droits.ts`, tel qu'une commande chargée par `loadEnfant` l'attend. */
export function buildDroit(droit: Droit): (agent: AgentEnSession, sur: SurEnfant) => boolean {
  return (agent, { cible, jour }) => droit(agent, cible, jour);
}

/** Change le dossier lui-même, si personne ne l'a changé entre-temps. */
export async function updateDossier(
  { tx }: Contexte,
  { id, numero }: Cible,
  version: number,
  changement: { restreint?: boolean; closLe?: JourCivil | null },
): Promise<void> {
  const [change] = await tx
    .updateTable('enfants.enfant')
    .set({ ...changement, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute();
  if (!change) throw new Conflit(`Le dossier ${numero} a changé entre-temps.`);
}
