/** À quel point deux noms, ou deux prénoms, sont les mêmes. */
import { computeEcart, computeEcartMinimal, computeProximite } from './distance.ts';
import type { NomLu } from './nom-lu.ts';
import { isDiminutif, isMemeTranscription } from './prenoms-parents.ts';

/** Du plus sûr au moins sûr. */
export const ACCORDS_NOM = [
  'meme',
  'ecriture',
  'particule',
  'ordre',
  'prononciation',
  'transcription',
  'diminutif',
  'une-lettre',
  'partie',
  'deux-lettres',
  'abrege',
  'proche',
  'lointain',
  'different',
] as const;
export type AccordNom = (typeof ACCORDS_NOM)[number];

/**
 * Dans une liste, les mêmes deux prénoms se rencontrent mille fois : leur accord est retenu. Une case par paire de noms,
 * que la paire suivante de même rang remplace ; des tableaux d'entiers, bien plus rapides qu'une table de clés.
 */
const CASES = 1 << 20;
const retenus = { a: new Int32Array(CASES).fill(-1), b: new Int32Array(CASES), accord: new Uint8Array(CASES) };

export function compareNoms(a: NomLu, b: NomLu): AccordNom {
  const rang = (Math.imul(a.numero, 0x9e3779b1) ^ Math.imul(b.numero, 0x85ebca6b)) >>> 12;
  const retenu = retenus.a[rang] === a.numero && retenus.b[rang] === b.numero;
  if (retenu) return ACCORDS_NOM[retenus.accord[rang] ?? 0] ?? 'different';
  const accord = findAccord(a, b);
  retenus.a[rang] = a.numero;
  retenus.b[rang] = b.numero;
  retenus.accord[rang] = ACCORDS_NOM.indexOf(accord);
  return accord;
}

function findAccord(a: NomLu, b: NomLu): AccordNom {
  if (a.colle === b.colle) return a.texte === b.texte ? 'meme' : 'ecriture';
  if (a.noyau === b.noyau) return 'particule';
  if (a.mots.length > 1 && isMemesMots(a, b)) return 'ordre';
  if (a.phonetique === b.phonetique && a.phonetique.length > 1) return 'prononciation';
  if (isMemeTranscription(a.colle, b.colle)) return 'transcription';
  if (isDiminutif(a.colle, b.colle) || isDiminutif(b.colle, a.colle)) return 'diminutif';
  return compareLettres(a, b);
}

function compareLettres(a: NomLu, b: NomLu): AccordNom {
  const court = Math.min(a.colle.length, b.colle.length);
  const minimal = computeEcartMinimal(a.lettres, b.lettres);
  const ecart = minimal > 3 ? 4 : computeEcart(a.colle, b.colle, 3);
  if (ecart === 1 && court >= 3) return 'une-lettre';
  if (a.transcription !== '' && a.transcription === b.transcription) return 'transcription';
  if (isPartie(a, b) || isPartie(b, a)) return 'partie';
  if (ecart === 2 && court >= 5) return 'deux-lettres';
  if (isAbrege(a, b) || isAbrege(b, a)) return 'abrege';
  return compareAllure(a, b, ecart);
}

function isMemesMots(a: NomLu, b: NomLu): boolean {
  return a.mots.length === b.mots.length && a.mots.toSorted().join() === b.mots.toSorted().join();
}

/** « Martin » dans « Martin-Durand », à une lettre près. */
function isPartie(partie: NomLu, tout: NomLu): boolean {
  if (partie.mots.length >= tout.mots.length) return false;
  const longs = partie.mots.filter((mot) => mot.length >= 3);
  return (
    longs.length > 0 &&
    longs.every((mot) => tout.mots.some((autre) => computeEcart(mot, autre, 1) <= (mot.length >= 5 ? 1 : 0)))
  );
}

/** « J » ou « Alexandr » pour « Alexandre ». */
function isAbrege(court: NomLu, long: NomLu): boolean {
  return court.colle.length < long.colle.length && court.colle.length !== 2 && long.colle.startsWith(court.colle);
}

function compareAllure(a: NomLu, b: NomLu, ecart: number): AccordNom {
  const long = Math.max(a.colle.length, b.colle.length);
  if (ecart <= 3 && ecart / long <= 0.4) return 'proche';
  // Deux fautes dans un nom de trois ou quatre lettres.
  if (ecart === 2 && Math.min(a.colle.length, b.colle.length) >= 3) return 'lointain';
  const proximite = computeProximite(a.colle, b.colle);
  if (proximite >= 0.87) return 'proche';
  return proximite >= 0.72 ? 'lointain' : 'different';
}
