import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { Horaire, ProfessionnelPrevu, Vacation } from '../professionnel.ts';

type Demande = {
  du: JourCivil;
  au: JourCivil;
  /** Ceux de ces crèches, les volants de leurs territoires, et qui vient y renforcer. */
  etablissementIds?: readonly string[];
  /** Les volants seulement. */
  volants?: boolean;
};
type Rattache = Omit<ProfessionnelPrevu, 'horaires' | 'vacations' | 'absences'>;
type Absent = { agentId: string; du: JourCivil; au: JourCivil | null };

/** Les professionnels en poste sur la période, rattachés ou volants, et ce qui est prévu pour eux. Quatre requêtes. */
export async function listProfessionnelsPrevus(tx: Transaction, demande: Demande): Promise<ProfessionnelPrevu[]> {
  const { du, au } = demande;
  const periode = formatDaterange({ du, au });
  const { rows: rattaches } = await sql<Rattache>`
    select p.id, p.agent_id, a.nom, a.prenom, p.unite_id, p.etablissement_id, p.section_id, p.metier, p.categorie,
      p.quotite::float as quotite, p.experience_depuis, ${buildBornes('p.periode')}
    from eaje.professionnel p join organisation.agent a on a.id = p.agent_id
    where p.periode && ${periode}::daterange and ${isDemande(demande)}
    order by p.etablissement_id nulls last, a.nom, a.prenom`.execute(tx);
  const ids = rattaches.map(({ id }) => id);
  const { rows: horaires } = await sql<Horaire & { professionnelId: string }>`
    select h.professionnel_id, ${buildBornes('h.periode')}, h.semaine, h.pause_debut, h.pause_fin from eaje.horaire h
    where h.professionnel_id = any (${ids}::uuid[]) and h.periode && ${periode}::daterange
    order by lower(h.periode)`.execute(tx);
  const { rows: vacations } = await sql<Vacation & { professionnelId: string }>`
    select v.professionnel_id, v.id, v.etablissement_id, v.jour, v.debut, v.fin, v.nature, v.motif from eaje.vacation v
    where v.professionnel_id = any (${ids}::uuid[]) and v.jour between ${du}::date and ${au}::date
    order by v.jour, v.debut`.execute(tx);
  const { rows: absences } = await sql<Absent>`
    select b.agent_id, ${buildBornes('b.periode')} from organisation.absence b
    where b.agent_id = any (${rattaches.map(({ agentId }) => agentId)}::uuid[]) and b.periode && ${periode}::daterange
    order by lower(b.periode)`.execute(tx);
  return joinPrevus(rattaches, horaires, vacations, absences);
}

function isDemande({ du, au, etablissementIds, volants }: Demande): RawBuilder<boolean> {
  if (volants) return sql<boolean>`p.etablissement_id is null`;
  if (etablissementIds === undefined) return sql<boolean>`true`;
  const ids = [...etablissementIds];
  return sql<boolean>`(p.etablissement_id = any (${ids}::uuid[])
    or p.etablissement_id is null and p.unite_id in (select u.parent_id from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
      where e.id = any (${ids}::uuid[]))
    or p.id in (select v.professionnel_id from eaje.vacation v
      where v.etablissement_id = any (${ids}::uuid[]) and v.jour between ${du}::date and ${au}::date))`;
}

function joinPrevus(
  rattaches: readonly Rattache[],
  horaires: readonly (Horaire & { professionnelId: string })[],
  vacations: readonly (Vacation & { professionnelId: string })[],
  absences: readonly Absent[],
): ProfessionnelPrevu[] {
  const horairesDe = Map.groupBy(horaires, ({ professionnelId }) => professionnelId);
  const vacationsDe = Map.groupBy(vacations, ({ professionnelId }) => professionnelId);
  const absencesDe = Map.groupBy(absences, ({ agentId }) => agentId);
  return rattaches.map((rattache) => ({
    ...rattache,
    horaires: (horairesDe.get(rattache.id) ?? []).map(({ professionnelId: _, ...horaire }) => horaire),
    vacations: (vacationsDe.get(rattache.id) ?? []).map(({ professionnelId: _, ...vacation }) => vacation),
    absences: (absencesDe.get(rattache.agentId) ?? []).map(({ agentId: _, ...absence }) => absence),
  }));
}
