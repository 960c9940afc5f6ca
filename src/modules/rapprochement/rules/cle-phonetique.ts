/**
 * Comment un nom se prononce en français, écrit en quelques signes. La clé est la nôtre : chaque règle remplace une
 * graphie par un son, la plus longue d'abord. Elle sert à entendre que « Gauthier » et « Gotier » sont le même nom, pas à
 * transcrire la langue.
 *
 * Sons : voyelles a e i o u, U (ou), 1 (an), 2 (in), 3 (on) ; S (ch), J (j), N (gn), W (oua) ; le reste comme en latin.
 */

/** Une graphie et son son. L'ordre compte. */
const GRAPHIES: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch(?![rln])/g, 'S'],
  [/ch|ck|cq|qu|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/gn/g, 'N'],
  [/dj|tj/g, 'J'],
  [/sc(?=[eiy])|ç/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/gu(?=[eiy])/g, 'G'],
  [/[gj]e(?=[aou])|g(?=[eiy])|j/g, 'J'],
  [/G/g, 'g'],
  [/h/g, ''],
  [/w/g, 'v'],
  [/x(?=.)/g, 'ks'],
  [/e?aux?$|(?:au|eau)l?[dt]s?$|e?au|o[tp]s?$/g, 'o'],
  [/ouin/g, 'W2'],
  [/oi(?!n)|oy(?!n)/g, 'Wa'],
  [/oin/g, 'W2'],
  [/ou|oo/g, 'U'],
  [/oeu|eu/g, 'e'],
  [/ill(?=[aeiou])|ll(?=i)/g, 'y'],
  [/ien(?![naeiouy])/g, 'i2'],
  [/(?:ain|ein|aim|yn|ym|in|im|un|um)(?![nmaeiouyWU])/g, '2'],
  [/(?:ean|an|am|en|em)(?![nmaeiouyWU])/g, '1'],
  [/(?:on|om)(?![nmaeiouyWU])/g, '3'],
  [/ai|ay|ei|ey|ae|ee|oe/g, 'e'],
  [/y/g, 'i'],
  [/ie$/g, 'i'],
  [/([aeioU])s([aeioU])/g, '$1z$2'],
  [/(?:er|ez|et|es|ets)$/g, 'e'],
  [/([^e])e$/g, '$1'],
];
const MUETTES_FINALES = /[dtsxzp]+$/;

/** Clé d'un nom déjà en minuscules sans accents ni séparateurs. */
export function computeClePhonetique(nom: string): string {
  if (nom.length < 2) return nom;
  const sons = GRAPHIES.reduce((texte, [graphie, son]) => texte.replace(graphie, son), nom);
  const doux = sons.replace(/(.)\1+/g, '$1').replace(/z/g, 's');
  return doux.replace(MUETTES_FINALES, '') || doux;
}

/** Les seules consonnes, l'initiale gardée : résiste aux voyelles mal entendues. */
export function computeOssature(phonetique: string): string {
  return phonetique.slice(0, 1) + phonetique.slice(1).replace(/[aeiouUWy123]/g, '');
}

const TRANSCRIPTIONS: readonly (readonly [RegExp, string])[] = [
  [/^abd[aeiou]+(?=[a-z]{3})/, 'abda'],
  [/kh|ck|q|k|c(?![hiey])/g, 'k'],
  [/dj|tch/g, 'j'],
  [/sch|ch|sh/g, 's'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph/g, 'f'],
  [/ss|ç|z/g, 's'],
  [/w|ou(?=[aei])/g, 'v'],
  [/ou|oo|u|o/g, 'u'],
  [/ai|ay|ei|ey|ie|ee|[aeiy]+/g, 'a'],
  [/h/g, ''],
];

/**
 * Même nom passé par un autre alphabet : « Mohamed », « Muhammad » et « Mouhamed » ; « Aïcha » et « Aysha ». Les voyelles
 * courtes se confondent, les consonnes emphatiques aussi. Trop large pour un nom court : rendue vide sous trois consonnes.
 */
export function computeCleTranscription(nom: string): string {
  const lettres = TRANSCRIPTIONS.reduce((texte, [graphie, lettre]) => texte.replace(graphie, lettre), nom);
  const cle = lettres.replace(/(.)\1+/g, '$1');
  return cle.replace(/[au]/g, '').length >= 3 ? cle : '';
}
