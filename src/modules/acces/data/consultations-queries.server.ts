import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { BrisDeGlaceMotif, Revue } from '../bris-de-glace.ts';

export type Consultation = {
  id: string;
  le: string;
  acte: string;
  agentId: string | null;
  agent: string;
  bris: boolean;
};

/** Qui a regardé ou touché ce dossier, et les fiches qu'il a absorbées. Un bris de glace en cours à cet instant se voit. */
export async function listConsultations({ tx }: Contexte, enfantId: string, limite: number): Promise<Consultation[]> {
  const { rows } = await sql<Consultation>`
    select v.id, v.le, v.acte, v.agent_id, coalesce(a.prenom || ' ' || a.nom, 'Marelle') as agent,
      exists (select 1 from enfants.bris_de_glace b where b.enfant_id = ${enfantId} and b.agent_id = v.agent_id and v.le between b.ouvert_le and b.expire_le) as bris
    from journal.evenement v left join organisation.agent a on a.id = v.agent_id
    where v.enfant_id = any (array(select ${enfantId}::uuid union all select x.absorbee_id from acces.fiches_absorbees x where x.gardee_id = ${enfantId})) order by v.le desc limit ${limite}`.execute(
    tx,
  );
  return rows;
}

/** Les derniers à avoir regardé, une ligne par personne. */
export async function listDerniersRegards(contexte: Contexte, enfantId: string): Promise<Consultation[]> {
  const vus = await listConsultations(contexte, enfantId, 60);
  return [...new Map(vus.toReversed().map((vu) => [vu.agentId ?? vu.agent, vu])).values()]
    .toSorted((a, b) => (a.le < b.le ? 1 : -1))
    .slice(0, 6);
}

export type BrisRevu = {
  id: string;
  agentId: string;
  agent: string;
  numero: string | null;
  motif: BrisDeGlaceMotif;
  explication: string;
  ouvertLe: string;
  expireLe: string;
  revue: Revue | null;
  revueCommentaire: string | null;
  reviseur: string | null;
};

/** Les ouvertures en urgence d'un mois (« 2026-11 »), pour la revue. */
export async function listBrisDuMois({ tx }: Contexte, mois: string): Promise<BrisRevu[]> {
  const { rows } = await sql<BrisRevu>`
    select b.id, b.agent_id, a.prenom || ' ' || a.nom as agent, d.numero, b.motif, b.explication, b.ouvert_le, b.expire_le, b.revue, b.revue_commentaire,
      r.prenom || ' ' || r.nom as reviseur
    from enfants.bris_de_glace b
      join organisation.agent a on a.id = b.agent_id
      left join acces.dossiers_revus d on d.bris_id = b.id
      left join organisation.agent r on r.id = b.revu_par
    where b.ouvert_le >= (${`${mois}-01`}::date)::timestamp at time zone 'Europe/Paris'
      and b.ouvert_le < (${`${mois}-01`}::date + interval '1 month') at time zone 'Europe/Paris'
    order by (b.revue is null) desc, b.ouvert_le desc`.execute(tx);
  return rows;
}

export type Nomme = { agentId: string; nom: string; motif: string };

/** Qui est nommé aujourd'hui sur un dossier restreint. */
export async function listNommes({ tx, aujourdhui }: Contexte, enfantId: string): Promise<Nomme[]> {
  const { rows } = await sql<Nomme>`
    select n.agent_id, a.prenom || ' ' || a.nom as nom, n.motif from enfants.acces_nomme n join organisation.agent a on a.id = n.agent_id
    where n.enfant_id = ${enfantId} and n.periode @> ${aujourdhui}::date order by a.tri`.execute(tx);
  return rows;
}
