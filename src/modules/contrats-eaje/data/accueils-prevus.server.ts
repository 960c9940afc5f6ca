import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import { findPlage, type Plage } from '#shared/quart-d-heure.ts';
import type { MotifAbsenceEnfant } from '../absence.ts';
import type { NatureAccueil } from '../contrat.ts';

type Demande = { du: JourCivil; au: JourCivil; etablissementIds?: readonly string[] };

type Enfant = {
  enfantId: string;
  etablissementId: string;
  sectionId: string | null;
  marcheDepuis: JourCivil | null;
  neLe: JourCivil;
};

export type ContratPrevu = Enfant & { du: JourCivil; au: JourCivil | null; semaine: number[]; nature: NatureAccueil };
export type ReservationPrevue = Enfant & {
  jour: JourCivil;
  debut: number;
  fin: number;
  nature: Exclude<NatureAccueil, 'REGULIER'>;
};
export type AbsencePrevue = {
  enfantId: string;
  etablissementId: string;
  du: JourCivil;
  au: JourCivil | null;
  motif: MotifAbsenceEnfant;
};

const ENFANT = sql`n.section_id, n.marche_depuis, n.ne_le`;

/** Qui est attendu dans les crèches : contrats, réservations et absences de la période, en lignes compactes. Trois requêtes. */
export async function listAccueilsPrevus(tx: Transaction, { du, au, etablissementIds }: Demande) {
  const periode = formatDaterange({ du, au });
  const dans = (alias: string) =>
    etablissementIds === undefined
      ? sql<boolean>`true`
      : sql<boolean>`${sql.ref(`${alias}.etablissement_id`)} = any (${[...etablissementIds]}::uuid[])`;
  const contrats = await sql<ContratPrevu>`
    select c.enfant_id, c.etablissement_id, ${ENFANT}, ${buildBornes('c.periode')}, c.semaine, c.nature
    from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id
    where c.periode && ${periode}::daterange and ${dans('c')}`.execute(tx);
  const reservations = await sql<ReservationPrevue>`
    select r.enfant_id, r.etablissement_id, ${ENFANT}, r.jour, r.debut, r.fin, r.nature
    from eaje.reservation r join eaje.enfant n on n.id = r.enfant_id
    where r.jour between ${du}::date and ${au}::date and ${dans('r')} order by r.jour, r.debut`.execute(tx);
  // Absent de l'une de ses crèches, l'enfant l'est de toutes.
  const attendus = [...new Set([...contrats.rows, ...reservations.rows].map(({ enfantId }) => enfantId))];
  const absences = await sql<AbsencePrevue>`
    select a.enfant_id, a.etablissement_id, ${buildBornes('a.periode')}, a.motif
    from eaje.absence a where a.periode && ${periode}::daterange
      and ${etablissementIds === undefined ? sql<boolean>`true` : sql<boolean>`a.enfant_id = any (${attendus}::uuid[])`}`.execute(
    tx,
  );
  return { contrats: contrats.rows, reservations: reservations.rows, absences: absences.rows };
}

/** Les heures des enfants attendus un jour dans une crèche, sauf de celui-ci : contrats et réservations, moins les absents. */
export async function listAttendusDuJour(
  tx: Transaction,
  { etablissementId, jour, sauf }: { etablissementId: string; jour: JourCivil; sauf: string },
): Promise<Plage[]> {
  const { contrats, reservations, absences } = await listAccueilsPrevus(tx, {
    du: jour,
    au: jour,
    etablissementIds: [etablissementId],
  });
  const ecartes = new Set([sauf, ...absences.map(({ enfantId }) => enfantId)]);
  return [
    ...contrats.map(({ enfantId, semaine }) => ({ enfantId, plage: findPlage(semaine, jourDeSemaine(jour)) })),
    ...reservations.map(({ enfantId, debut, fin }) => ({ enfantId, plage: { debut, fin } })),
  ].flatMap(({ enfantId, plage }) => (plage && !ecartes.has(enfantId) ? [plage] : []));
}
