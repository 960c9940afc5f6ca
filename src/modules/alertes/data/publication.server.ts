/**
 * Le calendrier d'un agent : ses échéances, lues sous ses propres droits, et ce qu'il en a déjà publié. Un rendez-vous garde son
 * identité ; changé, son rang monte ; disparu, il se dit annulé trente jours, puis se tait.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { buildOffices, CHEMIN, INITIALES, SANS_UNITE } from './dues.server.ts';

const HORIZON_JOURS = 120;
const ANNONCE_JOURS = 30;
/** Au-delà, un agenda n'est plus lisible : les plus proches d'abord. */
const RENDEZ_VOUS_AU_PLUS = 1000;

export type RendezVous = {
  uid: string;
  /** Un jour, ou un instant ISO. */
  quand: string;
  titre: string;
  lien: string;
};
export type RendezVousPublie = RendezVous & { sequence: number; modifieLe: string; annuleLe: string | null };

type Source = {
  objetId: string;
  regle: string;
  cle: string;
  libelle: string;
  pour: JourCivil;
  instant: string | null;
  initiales: string | null;
  chemin: string | null;
};

/** Ce que l'agenda doit montrer, écrit comme publié ; rend tout ce qui est publié, annulés compris. */
export async function recordPublication(contexte: Contexte): Promise<RendezVousPublie[]> {
  const { tx, agent } = contexte;
  // Deux lectures du même calendrier au même instant se suivent : un rendez-vous ne monte pas deux fois de rang.
  await sql`select pg_advisory_xact_lock(1296126532, hashtext(${agent.id}))`.execute(tx);
  const voulus = (await listSources(contexte)).map((source) => formatRendezVous(source, contexte.aujourdhui));
  await writeRendezVous(contexte, voulus);
  const { rows } = await sql<RendezVousPublie>`
    select r.uid, r.quand, r.titre, r.lien, r.sequence, r.modifie_le, r.annule_le
    from alertes.rendez_vous r where r.agent_id = ${agent.id} order by r.quand, r.uid`.execute(tx);
  return rows;
}

/** Choisies par ensembles, sans nom ; celles qui se montrent se relisent par leur table, sous ses politiques. */
async function listSources({ tx, agent, aujourdhui }: Contexte): Promise<Source[]> {
  const { rows } = await sql<Source>`
    with ${buildOffices(aujourdhui)},
    choisies as materialized (
      select e.id from acces.mes_echeances e
      where e.pour <= ${aujourdhui}::date + ${HORIZON_JOURS}::integer and (e.agent_id = ${agent.id} or (e.agent_id is null and exists (
        select 1 from offices o where o.agent_id = ${agent.id} and o.acteur = e.acteur and o.unite_id = coalesce(e.unite_id, ${SANS_UNITE}))))
      union all
      select x.id from echeances.echeance x
      where x.agent_id = ${agent.id} and x.information_id is not null and x.statut = 'ouverte'
        and x.pour <= ${aujourdhui}::date + ${HORIZON_JOURS}::integer
    )
    select coalesce(x.enfant_id, x.information_id) as objet_id, x.regle, x.cle, x.libelle, x.pour, x.instant,
      ${INITIALES} as initiales, ${CHEMIN} as chemin
    from echeances.echeance x where x.id in (select c.id from choisies c)
    order by x.pour desc, x.id limit ${RENDEZ_VOUS_AU_PLUS}`.execute(tx);
  return rows;
}

export function formatRendezVous(source: Source, aujourdhui: JourCivil): RendezVous {
  const { objetId, regle, cle, libelle, pour, instant, initiales, chemin } = source;
  const qui = initiales ?? (chemin === null ? 'dossier restreint' : 'sans identité connue');
  return {
    uid: `${createHash('sha256').update([objetId, regle, cle].join(' ')).digest('hex').slice(0, 32)}@marelle`,
    quand: instant ?? pour,
    titre: `${pour < aujourdhui ? 'En retard : ' : ''}${libelle}, ${qui}`,
    lien: chemin ?? '/',
  };
}

async function writeRendezVous({ tx, agent }: Contexte, voulus: readonly RendezVous[]): Promise<void> {
  const lignes = JSON.stringify(voulus);
  await sql`
    insert into alertes.rendez_vous as r (agent_id, uid, quand, titre, lien)
    select ${agent.id}, v.uid, v.quand, v.titre, v.lien
    from jsonb_to_recordset(${lignes}::jsonb) as v (uid text, quand text, titre text, lien text)
    on conflict (agent_id, uid) do update set quand = excluded.quand, titre = excluded.titre, lien = excluded.lien, annule_le = null,
      sequence = r.sequence + 1, modifie_le = excluded.modifie_le
    where (r.quand, r.titre, r.lien, r.annule_le) is distinct from (excluded.quand, excluded.titre, excluded.lien, null)`.execute(
    tx,
  );
  await sql`
    update alertes.rendez_vous r set annule_le = now(), sequence = r.sequence + 1, modifie_le = date_trunc('second', now())
    where r.agent_id = ${agent.id} and r.annule_le is null
      and r.uid not in (select v.uid from jsonb_to_recordset(${lignes}::jsonb) as v (uid text))`.execute(tx);
  await sql`
    delete from alertes.rendez_vous r
    where r.agent_id = ${agent.id} and r.annule_le < now() - make_interval(days => ${ANNONCE_JOURS})`.execute(tx);
}
