import { MOTS_DE_PASSE_COURANTS } from './mots-de-passe-courants.ts';

export const LONGUEUR_MINIMALE = 12;
export const LONGUEUR_MAXIMALE = 128;

/** Ce que dit la page avant toute saisie. */
export const AIDE_MOT_DE_PASSE =
  'Douze caractères au moins. Une suite de quelques mots sans rapport convient très bien ; ni chiffre ni symbole exigé.';

const SUITES = [
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '01234567890123456789',
];

/**
 * Longueur et mots de passe courants seulement : les règles de composition font choisir « Motdepasse1! » (CNIL,
 * délibération 2022-100, et ANSSI, guide de 2021). `personnels` : nom, courriel, ce que tout le monde sait de la personne.
 * Rend la phrase qui refuse, ou rien.
 */
export function evaluateMotDePasse(motDePasse: string, personnels: readonly string[] = []): string | undefined {
  if ([...motDePasse].length < LONGUEUR_MINIMALE) return `Choisissez au moins ${LONGUEUR_MINIMALE} caractères.`;
  if (motDePasse.length > LONGUEUR_MAXIMALE) return `Choisissez au plus ${LONGUEUR_MAXIMALE} caractères.`;
  const simple = normaliseMotDePasse(motDePasse);
  if (new Set(simple).size < 5) return 'Ce mot de passe répète trop peu de caractères : choisissez-en un plus varié.';
  if (isSuite(simple)) return 'Ce mot de passe suit l’ordre du clavier ou de l’alphabet : choisissez-en un autre.';
  const courants = [...MOTS_DE_PASSE_COURANTS, ...personnels.flatMap(listMorceaux)];
  if (computeReste(simple, courants) < 4) {
    return 'Ce mot de passe fait partie des plus courants, ou reprend votre nom : choisissez-en un autre.';
  }
  return undefined;
}

const LETTRES: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };

function normaliseMotDePasse(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

function listMorceaux(personnel: string): string[] {
  return normaliseMotDePasse(personnel)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot.length >= 4);
}

function isSuite(simple: string): boolean {
  return SUITES.some(
    (suite) => `${suite}${suite}`.includes(simple) || `${[...suite].reverse().join('')}`.includes(simple),
  );
}

/** Ce qui reste une fois ôtés les mots courants, les chiffres et la ponctuation. */
function computeReste(simple: string, courants: readonly string[]): number {
  const ordonnes = [...courants].sort((a, b) => b.length - a.length);
  const remove = (texte: string) => {
    let reste = texte;
    for (const mot of ordonnes) reste = reste.replaceAll(mot, ' ');
    return reste.replace(/[^a-z]/g, '').length;
  };
  const lettres = [...simple].map((c) => LETTRES[c] ?? c).join('');
  return Math.min(remove(simple), remove(lettres));
}
