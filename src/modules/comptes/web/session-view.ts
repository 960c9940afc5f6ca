import { formatInstantLong, parseInstant } from '#shared/instant.ts';

/** « samedi 21 novembre 2026 à 14 h 30 », ou le texte tel quel. */
export function formatQuand(iso: string): string {
  const instant = parseInstant(iso);
  return instant ? formatInstantLong(instant) : iso;
}

const NAVIGATEURS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMES: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** Assez pour reconnaître son appareil : « Firefox sur Windows ». */
export function formatNavigateur(agent: string | null): string {
  const find = (liste: readonly [RegExp, string][]) => liste.find(([motif]) => motif.test(agent ?? ''))?.[1];
  const [navigateur, systeme] = [find(NAVIGATEURS), find(SYSTEMES)];
  if (navigateur === undefined) return systeme ?? 'Appareil inconnu';
  return systeme === undefined ? navigateur : `${navigateur} sur ${systeme}`;
}
