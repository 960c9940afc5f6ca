/**
 * L'impact des travaux, chiffré avant de valider (TRV-02, pratique).
 *
 * Ce que dit la pratique : places gelées × jours × heures, enfants à reloger, heures perdues.
 * Comment elle est lue ici : les enfants attendus sont ceux des contrats et des réservations, moins les absences déjà dites, jour ouvert par jour
 * ouvert et quart d'heure par quart d'heure (un quart commencé compte). Perdue, l'heure d'un enfant qui dépasse les places qui restent. À
 * reloger : tous les enfants attendus quand la crèche ferme en entier ; sinon, au plus chargé, ceux qui ne tiennent plus. On compte avant relogement.
 * Non traité : les enfants qu'une commission attribuera d'ici là.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourDeSemaine } from '#shared/jour-civil.ts';
import { containsJour, type Periode } from '#shared/periode.ts';
import { findPlage, listQuarts, PAS, type Plage } from '#shared/quart-d-heure.ts';
import { computeFenetre, computeMinutesGelees, computeReste, type Gel, listJoursOuverts, type Murs } from './gel.ts';

export type Accueils = Readonly<{
  contrats: readonly (Periode & { enfantId: string; semaine: readonly number[] })[];
  reservations: readonly (Plage & { enfantId: string; jour: JourCivil })[];
  absences: readonly (Periode & { enfantId: string })[];
}>;

export type PerduesDeLAnnee = Readonly<{ annee: number; minutes: number }>;

export type Impact = Readonly<{
  totale: boolean;
  joursOuverts: number;
  minutesGelees: number;
  minutesPerdues: number;
  /** Les mêmes, année par année : chacune a son barème. */
  perduesParAnnee: readonly PerduesDeLAnnee[];
  enfants: number;
  /** Attendus au moins une fois dans les heures gelées. */
  attendus: readonly string[];
}>;

export const getAnnee = (jour: JourCivil): number => Number(jour.slice(0, 4));

/** Un chiffrage arrêté ne garde que son total : il se partage entre les années selon leurs jours ouverts. */
export function computePerduesParAnnee(minutes: number, jours: readonly JourCivil[]): PerduesDeLAnnee[] {
  let [reste, aVenir] = [minutes, jours.length];
  return [...Map.groupBy(jours, getAnnee)].map(([annee, siens]) => {
    const siennes = Math.round((reste * siens.length) / aVenir);
    reste -= siennes;
    aVenir -= siens.length;
    return { annee, minutes: siennes };
  });
}

/** Les enfants attendus ce jour. */
export function listAttendus(
  { contrats, reservations, absences }: Accueils,
  jour: JourCivil,
): (Plage & { enfantId: string })[] {
  const absents = new Set(absences.filter((absence) => containsJour(absence, jour)).map(({ enfantId }) => enfantId));
  const reguliers = contrats
    .filter((contrat) => containsJour(contrat, jour))
    .flatMap(({ enfantId, semaine }) => {
      const plage = findPlage(semaine, jourDeSemaine(jour));
      return plage ? [{ enfantId, ...plage }] : [];
    });
  return [...reguliers, ...reservations.filter((reservation) => reservation.jour === jour)].filter(
    ({ enfantId }) => !absents.has(enfantId),
  );
}

/** Combien d'enfants à la fois, quart d'heure par quart d'heure de la journée. */
export function computePresents(attendus: readonly Plage[]): number[] {
  const presents = Array.from({ length: 1440 / PAS }, () => 0);
  for (const plage of attendus)
    for (const quart of listQuarts(plage)) presents[quart / PAS] = (presents[quart / PAS] ?? 0) + 1;
  return presents;
}

export function computeImpact(etab: Murs, gel: Gel, accueils: Accueils): Impact {
  const jours = listJoursOuverts(etab, gel);
  const fenetre = computeFenetre(etab, gel);
  const quarts = listQuarts(fenetre);
  const attendus = new Set<string>();
  const touches: number[] = [];
  const perdues = new Map([[getAnnee(gel.du), 0]]);
  let restent = 0;
  for (const jour of jours) {
    const siens = listAttendus(accueils, jour).filter(({ debut, fin }) => debut < fenetre.fin && fin > fenetre.debut);
    for (const { enfantId } of siens) attendus.add(enfantId);
    const presents = computePresents(siens);
    const annee = getAnnee(jour);
    for (const quart of quarts) {
      const reste = computeReste(etab, [gel], jour, Math.max(quart, fenetre.debut));
      const exces = Math.max(0, (presents[quart / PAS] ?? 0) - reste);
      restent = Math.max(restent, reste);
      touches.push(exces);
      perdues.set(annee, (perdues.get(annee) ?? 0) + exces * PAS);
    }
  }
  // Sans un seul jour ouvert, rien ne ferme.
  const totale = gel.debut === null && jours.length > 0 && restent === 0;
  return {
    totale,
    joursOuverts: jours.length,
    minutesGelees: computeMinutesGelees(etab, [gel], gel),
    minutesPerdues: [...perdues.values()].reduce((total, minutes) => total + minutes, 0),
    perduesParAnnee: [...perdues].map(([annee, minutes]) => ({ annee, minutes })),
    enfants: totale ? attendus.size : touches.reduce((plus, exces) => Math.max(plus, exces), 0),
    attendus: [...attendus],
  };
}
