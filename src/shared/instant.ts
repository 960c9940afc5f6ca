/** Un instant à la seconde, écrit en ISO 8601. Le fuseau du produit est celui de Paris (TPS-01). */
import { Temporal } from 'temporal-polyfill';
import { FUSEAU, isJourCivil, type JourCivil, jourCivil } from './jour-civil.ts';
import { formatJour } from './jour-civil-format.ts';

/** Instant vu de Paris. `enUtc` : il a été écrit avec « Z » et se réécrit ainsi. */
export type InstantParis = { vue: Temporal.ZonedDateTime; enUtc: boolean };

/**
 * Lit « 2026-11-21T14:30:00Z », « …+01:00 » ou, sans décalage, l'heure de Paris. `undefined` si ce n'est pas un instant
 * ou si cette heure locale n'existe pas ou existe deux fois (changements d'heure) : il faut alors dire le décalage.
 */
export function parseInstant(texte: string): InstantParis | undefined {
  const lu = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(texte);
  if (!lu?.[1] || !isJourCivil(lu[1])) return undefined;
  try {
    const vue = lu[2]
      ? Temporal.Instant.from(texte).toZonedDateTimeISO(FUSEAU)
      : Temporal.PlainDateTime.from(texte).toZonedDateTime(FUSEAU, { disambiguation: 'reject' });
    return { vue, enUtc: lu[2] === 'Z' };
  } catch {
    return undefined;
  }
}

/** Ajoute des heures réelles : le changement d'heure ne les allonge ni ne les raccourcit. */
export function addHeures({ vue, enUtc }: InstantParis, heures: number): InstantParis {
  return { vue: vue.add({ hours: heures }), enUtc };
}

/**
 * L'instant d'un jour et d'une heure de Paris, en ISO. Une heure que le passage à l'été a sautée se lit une heure plus tard ; une
 * heure que le passage à l'hiver répète, la première fois.
 */
export function buildInstantIso(jour: JourCivil, heure: string): string {
  const vue = Temporal.PlainDate.from(jour).toZonedDateTime({ timeZone: FUSEAU, plainTime: heure });
  return formatInstant({ vue, enUtc: false });
}

/** Même heure de Paris, un autre jour. */
export function buildInstantAuJour({ vue, enUtc }: InstantParis, jour: JourCivil): InstantParis {
  return {
    vue: Temporal.PlainDate.from(jour).toZonedDateTime({ timeZone: FUSEAU, plainTime: vue.toPlainTime() }),
    enUtc,
  };
}

/** Dernière seconde du jour à Paris. */
export function computeFinDeJournee(jour: JourCivil, enUtc: boolean): InstantParis {
  return { vue: Temporal.PlainDate.from(jour).toZonedDateTime({ timeZone: FUSEAU, plainTime: '23:59:59' }), enUtc };
}

/** Ordre de deux instants ISO, quel que soit leur décalage, pour `sort`. */
export function compareInstants(a: string, b: string): number {
  return a === b ? 0 : Temporal.Instant.compare(a, b);
}

/** Jour civil de Paris. */
export function getJour({ vue }: InstantParis): JourCivil {
  return jourCivil(vue.toPlainDate().toString());
}

/** ISO à la seconde : « …Z » s'il a été lu ainsi, sinon « …+01:00 » ou « …+02:00 ». */
export function formatInstant({ vue, enUtc }: InstantParis): string {
  return enUtc
    ? vue.toInstant().toString({ smallestUnit: 'second' })
    : vue.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** « samedi 21 novembre 2026 à 14 h 30 », heure de Paris. */
export function formatInstantLong(instant: InstantParis): string {
  const { hour, minute } = instant.vue;
  return `${formatJour(getJour(instant), 'complet')} à ${hour} h ${String(minute).padStart(2, '0')}`;
}

/** Le même, d'un instant écrit ; illisible, il reste tel quel. */
export function formatInstantEcrit(instant: string): string {
  const lu = parseInstant(instant);
  return lu ? formatInstantLong(lu) : instant;
}

/** « 14 h 30 », heure de Paris d'un instant ISO. */
export function formatHeure(instant: string): string {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(FUSEAU);
  return `${hour} h ${String(minute).padStart(2, '0')}`;
}
