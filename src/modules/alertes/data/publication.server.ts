/**
 * Le calendrier d'un agent : ses échéances, lues sous ses propres droits, et ce qu'il en a déjà publié. Un rendez-vous garde son
 * identité ; changé, son rang monte ; disparu, il se dit annulé trente jours, puis se tait.
 */
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { isActif } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { buildOffices, CHEMIN, INITIALES, SANS_UNITE } from './dues.server.ts';

const HORIZON_JOURS = 120;
const ANNONCE_JOURS = 30;
const PASSE_JOURS = 30;
const PREFIXE_AUDIENCE = 'audience-';
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

type Audience = { id: string; le: JourCivil; instant: string | null; initiales: string | null; chemin: string | null };
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
  const voulus = [
    ...(await listSources(contexte)).map((source) => formatEcheance(source, contexte.aujourdhui)),
    ...(await listAudiences(contexte)).map(formatAudience),
  ];
  await writeRendezVous(contexte, voulus);
  const { rows } = await sql<RendezVousPublie>`
    select r.uid, r.quand, r.titre, r.lien, r.sequence, r.modifie_le, r.annule_le
    from alertes.rendez_vous r where r.agent_id = ${agent.id} order by r.quand, r.uid`.execute(tx);
  return rows;
}

/** Choisies par ensembles, sans nom ; celles qui se montrent se relisent par leur table, sous ses politiques. */
async function listSources({ tx, agent, aujourdhui }: Contexte): Promise<Source[]> {
  const terme = sql`${aujourdhui}::date + ${HORIZON_JOURS}::integer`;
  const { rows } = await sql<Source>`
    with ${buildOffices(aujourdhui)},
    choisies as materialized (
      select e.id from acces.mes_echeances e
      where e.pour <= ${terme} and (e.agent_id = ${agent.id} or e.agent_id = any ((select acces.relayes())::uuid[])
        or (e.acteur = 'evaluateurs' and e.information_id in (select v.information_id from acces.mes_evaluations v))
        or (e.agent_id is null and ${isMonOffice(agent.id)} and not (e.acteur = 'evaluateurs' and ${hasEquipe(aujourdhui)})))
    )
    select x.objet_id, x.regle, x.cle, x.libelle, x.pour, x.instant,
      ${INITIALES} as initiales, ${CHEMIN} as chemin
    from echeances.echeance x where x.id in (select c.id from choisies c)
    order by x.pour desc, x.id limit ${RENDEZ_VOUS_AU_PLUS}`.execute(tx);
  return rows;
}

/** L'échéance ne nomme personne, et l'agent tient l'office dont l'acte est attendu. */
function isMonOffice(agentId: string): RawBuilder<boolean> {
  return sql`exists (select 1 from offices o
    where o.agent_id = ${agentId} and o.acteur = e.acteur and o.unite_id = coalesce(e.unite_id, ${SANS_UNITE}))`;
}

/** Quelqu'un évalue : c'est à lui, et non à qui l'encadre. */
function hasEquipe(jour: JourCivil): RawBuilder<boolean> {
  return sql`exists (select 1 from ip.evaluateur v join actifs a on a.id = v.agent_id
    where v.information_id = e.information_id and ${isActif('v.periode', jour)})`;
}

function formatEcheance(source: Source, aujourdhui: JourCivil): RendezVous {
  const { objetId, regle, cle, libelle, pour, instant, initiales, chemin } = source;
  return {
    uid: `${createHash('sha256').update([objetId, regle, cle].join(' ')).digest('hex').slice(0, 32)}@marelle`,
    quand: instant ?? pour,
    titre: `${pour < aujourdhui ? 'En retard : ' : ''}${libelle}, ${formatQui({ initiales, chemin })}`,
    lien: chemin ?? '/',
  };
}

function formatAudience({ id, le, instant, initiales, chemin }: Audience): RendezVous {
  return {
    uid: `${PREFIXE_AUDIENCE}${id}@marelle`,
    quand: instant ?? le,
    titre: `Audience, ${formatQui({ initiales, chemin })}`,
    lien: chemin ?? '/',
  };
}

function formatQui({ initiales, chemin }: Pick<Source, 'initiales' | 'chemin'>): string {
  return initiales ?? (chemin === null ? 'dossier restreint' : 'sans identité connue');
}

/** Celles des enfants dont l'agent est le référent, ou relaie le référent. Une audience passée reste un mois, puis se tait : elle n'est pas annulée. */
async function listAudiences({ tx, agent, aujourdhui }: Contexte): Promise<Audience[]> {
  const { rows } = await sql<Audience>`
    select x.id, x.le, x.instant, ${INITIALES} as initiales, ${CHEMIN} as chemin
    from (
      select c.id, c.le, c.instant, c.enfant_id, null::uuid as information_id, null::uuid as etablissement_id, f.restreint
      from enfants.mission m join enfants.enfant f on f.id = m.enfant_id join mesures.acte c on c.enfant_id = m.enfant_id
      where (m.agent_id = ${agent.id} or m.agent_id = any ((select acces.relayes())::uuid[])) and m.nature = 'referent' and ${isActif('m.periode', aujourdhui)}
        and c.type = 'audience' and c.annule_le is null
        and c.le between ${aujourdhui}::date - ${PASSE_JOURS}::integer and ${aujourdhui}::date + ${HORIZON_JOURS}::integer
    ) x`.execute(tx);
  return rows;
}

async function writeRendezVous({ tx, agent, aujourdhui }: Contexte, voulus: readonly RendezVous[]): Promise<void> {
  const lignes = JSON.stringify(voulus);
  await sql`
    delete from alertes.rendez_vous r
    where r.agent_id = ${agent.id} and starts_with(r.uid, ${PREFIXE_AUDIENCE}::text)
      and left(r.quand, 10)::date < ${aujourdhui}::date - ${PASSE_JOURS}::integer`.execute(tx);
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
