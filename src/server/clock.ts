import { Temporal } from 'temporal-polyfill';
import { FUSEAU, type JourCivil, jourCivil } from '#shared/jour-civil.ts';

/** La seule horloge du programme. Le jour des règles vient de la base (`acces.aujourdhui`) ; ici, l'instant des techniques. */
/** Millisecondes depuis 1970. */
export function readInstantMs(): number {
  return Date.now();
}

/** Un instant ISO rendu par la base, sous la forme qu'attend une bibliothèque. */
export function parseDate(iso: string): Date {
  return new Date(iso);
}

/** Maintenant, plus ou moins quelques minutes. */
export function computeDansMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}

/** L'heure qu'il est à Paris : « 14:05 ». */
export function readHeureParis(): string {
  return Temporal.Now.plainTimeISO(FUSEAU).toString({ smallestUnit: 'minute' });
}

/** Le jour qu'il est à Paris, pour qui n'a pas de base : une page publique. */
export function readJourParis(): JourCivil {
  return jourCivil(Temporal.Now.plainDateISO(FUSEAU).toString());
}
