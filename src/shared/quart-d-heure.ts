/**
 * Le temps d'une crèche : des minutes entières depuis minuit, à l'heure de Paris ; le pas est le quart d'heure, semi-ouvert
 * `[t, t+15[` (GEN-02, GEN-04). Un jour de changement d'heure ne change rien : une crèche ouvre et ferme à l'heure affichée.
 */
import { z } from 'zod';

export const PAS = 15;
/** Minutes depuis minuit, de 0 à 1440. */
export const Minutes = z.int().min(0).max(1440);
export type Minutes = z.infer<typeof Minutes>;

/** Une plage d'un jour, semi-ouverte. */
export type Plage = Readonly<{ debut: Minutes; fin: Minutes }>;

/**
 * Une semaine type : pour chaque jour de lundi (rang 0) à dimanche (rang 6), début puis fin, donc quatorze nombres ;
 * `0, 0` : rien ce jour-là. C'est la forme tenue en base (`smallint[14]`).
 */
export const Semaine = z
  .array(Minutes)
  .length(14)
  .refine(
    (bornes) => [0, 1, 2, 3, 4, 5, 6].every((j) => (bornes[2 * j] ?? 0) <= (bornes[2 * j + 1] ?? 0)),
    'Un jour finit avant de commencer.',
  );
export type Semaine = z.infer<typeof Semaine>;

/** La plage d'un jour de la semaine (1 = lundi … 7 = dimanche), ou rien. */
export function findPlage(semaine: readonly number[], jourDeSemaine: number): Plage | undefined {
  const debut = semaine[2 * (jourDeSemaine - 1)] ?? 0;
  const fin = semaine[2 * jourDeSemaine - 1] ?? 0;
  return fin > debut ? { debut, fin } : undefined;
}

/** Minutes d'une semaine type. */
export function computeMinutesSemaine(semaine: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < 7; j += 1) total += (semaine[2 * j + 1] ?? 0) - (semaine[2 * j] ?? 0);
  return total;
}

/** Les débuts des quarts d'heure d'une plage, dans l'ordre. */
export function listQuarts({ debut, fin }: Plage): Minutes[] {
  const quarts: Minutes[] = [];
  for (let t = Math.floor(debut / PAS) * PAS; t < fin; t += PAS) quarts.push(t);
  return quarts;
}

/** « 7 h 30 », « 18 h ». */
export function formatMinutes(minutes: Minutes): string {
  const reste = minutes % 60;
  const heures = `${Math.floor(minutes / 60)} h`;
  return reste === 0 ? heures : `${heures} ${String(reste).padStart(2, '0')}`;
}

/** Une durée en heures et minutes : « 8 h 15 », « 45 min ». */
export function formatDuree(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : formatMinutes(minutes);
}
