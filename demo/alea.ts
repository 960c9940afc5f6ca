import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { formatNumero, type Numero } from './calendrier.ts';

/**
 * Hasard reproductible. Chaque entité tire dans son propre flux, nommé par sa place (« enfants », 42, « adresses ») :
 * ajouter un générateur, ou un tirage dans l'un d'eux, ne décale donc aucun autre.
 */
export type Alea = ReturnType<typeof createTirages> & {
  cle: string;
  instant: (n: Numero) => string;
  identifiant: (n: Numero) => string;
  flux: (...suite: (string | number)[]) => Alea;
};

/** Quatre empreintes de 32 bits (FNV-1a puis mélange) : 128 bits d'état, deux flux ne se confondent pas. */
function etatDe(cle: string): number[] {
  return [0x811c9dc5, 0x2f0b4c47, 0x6b8b4567, 0x327b23c6].map((depart) => {
    let h = depart;
    for (let i = 0; i < cle.length; i++) h = Math.imul(h ^ cle.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) | 0;
  });
}

const hexa = (n: number, largeur: number) => n.toString(16).padStart(largeur, '0');

/** Les tirages simples : nombres, listes, poids. */
function createTirages(source: RandomGenerator, cle: string) {
  const reel = () => (source.next() >>> 0) / 0x1_0000_0000;
  const entier = (min: number, max: number) => uniformInt(source, min, max);
  const chance = (p: number) => reel() < p;
  const choix = <T>(liste: readonly T[]): T => {
    if (liste.length === 0) throw new Error(`Choix dans une liste vide (${cle})`);
    return liste[entier(0, liste.length - 1)] as T;
  };
  /** Tire une clé selon son poids ; les poids n'ont pas à faire 1. */
  const pondere = <C extends string>(poids: Readonly<Record<C, number>>): C => {
    const entrees = Object.entries(poids) as [C, number][];
    let reste = reel() * entrees.reduce((somme, [, p]) => somme + p, 0);
    for (const [valeur, p] of entrees) {
      reste -= p;
      if (reste < 0) return valeur;
    }
    return entrees.at(-1)?.[0] as C;
  };
  const normale = (moyenne: number, ecart: number) => {
    const rayon = Math.sqrt(-2 * Math.log(1 - reel()));
    return moyenne + ecart * rayon * Math.cos(2 * Math.PI * reel());
  };
  const melange = <T>(liste: readonly T[]): T[] => {
    const copie = [...liste];
    for (let i = copie.length - 1; i > 0; i--) {
      const j = entier(0, i);
      [copie[i], copie[j]] = [copie[j] as T, copie[i] as T];
    }
    return copie;
  };
  return { reel, entier, chance, choix, pondere, normale, melange };
}

export function createAlea(...chemin: readonly (string | number)[]): Alea {
  const cle = chemin.join('/');
  const source = xoroshiro128plusFromState(etatDe(cle));
  for (let i = 0; i < 4; i++) source.next();
  const tirages = createTirages(source, cle);
  const { chance, normale, entier } = tirages;
  /** Un instant de travail le jour donné : entre 8 h et 18 h à Paris, plus souvent en milieu de demi-journée. */
  const instant = (n: Numero): string => {
    const minutes = Math.round(chance(0.5) ? normale(560, 45) : normale(880, 60));
    const m = Math.min(1010, Math.max(430, minutes));
    const heure = [Math.floor(m / 60), m % 60, entier(0, 59)].map((x) => String(x).padStart(2, '0')).join(':');
    return `${formatNumero(n)}T${heure}.000Z`;
  };
  /** Un identifiant de la forme uuid v7 : l'instant de création puis le flux, jamais le hasard du système. */
  const identifiant = (n: Numero): string => {
    const ms = hexa(n * 86_400_000 + entier(25_200_000, 61_200_000), 12);
    const [a, b, c] = [source.next() >>> 0, source.next() >>> 0, source.next() >>> 0];
    const variante = hexa(0x8000 | (b & 0x3fff), 4);
    return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hexa(a & 0xfff, 3)}-${variante}-${hexa(b >>> 16, 4)}${hexa(c, 8)}`;
  };
  return { ...tirages, cle, instant, identifiant, flux: (...suite: (string | number)[]) => createAlea(cle, ...suite) };
}
