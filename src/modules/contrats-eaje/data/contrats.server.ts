import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { Introuvable } from '#server/errors.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { AbsenceEnfant } from '../absence.ts';
import type { Contrat } from '../contrat.ts';
import type { Enfant } from '../enfant.ts';
import type { ContratEnCours } from '../rules/accueil.ts';
import { ABSENT, type Creche, getCreche, getEnfant } from './familles.server.ts';

const CONTRAT = sql`c.id, c.enfant_id, c.etablissement_id, c.nature, ${buildBornes('c.periode')}, c.semaine, c.adaptation_jusqu_au,
  c.semaines_par_an, c.mensualites, c.tarif_centimes, c.tarif_etapes, c.avenant_de, c.motif_fin, c.signe_le, c.version`;

export async function findContrat(tx: Transaction, id: string): Promise<Contrat | undefined> {
  const { rows } = await sql<Contrat>`
    select ${CONTRAT} from eaje.contrat c where c.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  return rows[0];
}

/** Les contrats d'un enfant, le plus récent d'abord. */
export async function listContratsDe(tx: Transaction, enfantId: string): Promise<Contrat[]> {
  const { rows } = await sql<Contrat>`
    select ${CONTRAT} from eaje.contrat c where c.enfant_id = ${enfantId} order by lower(c.periode) desc`.execute(tx);
  return rows;
}

export type Reservation = {
  id: string;
  enfantId: string;
  jour: JourCivil;
  debut: number;
  fin: number;
  nature: 'OCCASIONNEL' | 'URGENCE';
  /** Figé à la réservation ; nul : il ne se calculait pas. */
  tarifCentimes: number | null;
  tarifEtapes: string[];
};

const ABSENCE = sql`a.id, a.motif, ${buildBornes('a.periode')}, a.prevenue_le, a.justifiee`;
const RESERVATION = sql`r.id, r.enfant_id, r.jour, r.debut, r.fin, r.nature, r.tarif_centimes, r.tarif_etapes`;

/** Les derniers accueils réservés de ces enfants, le plus récent d'abord. */
export async function listReservations(tx: Transaction, enfantIds: readonly string[]): Promise<Reservation[]> {
  const { rows } = await sql<Reservation>`
    select ${RESERVATION} from eaje.reservation r
    where r.enfant_id = any (${[...enfantIds]}::uuid[]) order by r.jour desc, r.debut limit 30`.execute(tx);
  return rows;
}

/** La première absence inscrite de l'enfant qui touche ces jours. */
export async function findAbsence(
  tx: Transaction,
  enfantId: string,
  jours: { du: JourCivil; au: JourCivil },
): Promise<AbsenceEnfant | undefined> {
  const { rows } = await sql<AbsenceEnfant>`
    select ${ABSENCE} from eaje.absence a
    where a.enfant_id = ${enfantId} and a.periode && ${formatDaterange(jours)}::daterange order by lower(a.periode) limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** Une absence d'un enfant que l'on voit. */
export async function getAbsence(tx: Transaction, id: string): Promise<AbsenceEnfant & { enfantId: string }> {
  const { rows } = await sql<AbsenceEnfant & { enfantId: string }>`
    select ${ABSENCE}, a.enfant_id from eaje.absence a
    where a.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  const [absence] = rows;
  if (absence === undefined) throw new Introuvable(ABSENT);
  return absence;
}

export async function getReservation(tx: Transaction, id: string): Promise<Reservation> {
  const { rows } = await sql<Reservation>`
    select ${RESERVATION} from eaje.reservation r
    where r.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  const [reservation] = rows;
  if (reservation === undefined) throw new Introuvable(ABSENT);
  return reservation;
}

export type ContratFiche = {
  contrat: Contrat;
  enfant: Enfant;
  creche: Creche;
  histoire: Contrat[];
  absences: AbsenceEnfant[];
  reservations: Reservation[];
};

export async function getContrat({ tx }: Contexte, id: string): Promise<ContratFiche> {
  const contrat = await findContrat(tx, id);
  if (contrat === undefined) throw new Introuvable(ABSENT);
  const absences = await sql<AbsenceEnfant>`
    select ${ABSENCE} from eaje.absence a
    where a.enfant_id = ${contrat.enfantId} order by lower(a.periode) desc limit 60`.execute(tx);
  return {
    contrat,
    enfant: await getEnfant(tx, contrat.enfantId),
    creche: await getCreche(tx, contrat.etablissementId),
    histoire: await listContratsDe(tx, contrat.enfantId),
    absences: absences.rows,
    reservations: await listReservations(tx, [contrat.enfantId]),
  };
}

/** Les contrats réguliers d'une crèche qui croisent la période, ceux de cet enfant exceptés. */
export async function listContratsVoisins(
  tx: Transaction,
  {
    etablissementId,
    enfantId,
    du,
    au,
  }: { etablissementId: string; enfantId: string; du: JourCivil; au: JourCivil | null },
): Promise<ContratEnCours[]> {
  const { rows } = await sql<ContratEnCours>`
    select ${buildBornes('c.periode')}, c.semaine from eaje.contrat c
    where c.etablissement_id = ${etablissementId} and c.enfant_id <> ${enfantId} and c.nature = 'REGULIER'
      and c.periode && ${formatDaterange({ du, au })}::daterange`.execute(tx);
  return rows;
}
