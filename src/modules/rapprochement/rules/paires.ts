/** Les paires qui valent d'être jugées : une clé au moins en commun, et assez d'accords. */
import { type Accord, listAccords } from './accords.ts';
import { listClesDeListe } from './cles.ts';
import type { IdentitePreparee } from './identite-preparee.ts';
import type { Reperes } from './reperes.ts';

export type Paire = { readonly a: number; readonly b: number; accords: readonly Accord[] };

// Une clé que tout le monde partage ne désigne personne.
const FICHES_PAR_CLE = 1_500;
// Une fiche a environ une chance sur le nombre des autres d'être la bonne : en dessous de cette part d'une chance, on oublie.
const PART_OUBLIEE = 2 ** -8;

/** `b` nulle : les paires à l'intérieur de `a`, chacune une fois (`a < b`). */
export function listPaires(
  a: readonly IdentitePreparee[],
  b: readonly IdentitePreparee[] | null,
  reperes: Reperes,
): Paire[] {
  const autres = b ?? a;
  const cles = a.map(listClesDeListe);
  const index = buildIndex(b ? b.map(listClesDeListe) : cles);
  const vues = new Int32Array(autres.length).fill(-1);
  const paires: Paire[] = [];
  const forceMinimale = Math.log2(Math.min(a.length, autres.length) * PART_OUBLIEE);
  for (const [i, personne] of a.entries())
    for (const cle of cles[i] ?? []) {
      const rangs = index.get(cle) ?? [];
      if (rangs.length > FICHES_PAR_CLE) continue;
      for (const j of rangs) {
        const autre = autres[j];
        if (vues[j] === i || !autre || (!b && j <= i)) continue;
        vues[j] = i;
        const accords = listAccords(personne, autre, reperes);
        if (sumPoints(accords) > forceMinimale) paires.push({ a: i, b: j, accords });
      }
    }
  return paires;
}

function buildIndex(cles: readonly (readonly string[])[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [rang, siennes] of cles.entries())
    for (const cle of siennes) {
      const rangs = index.get(cle);
      if (rangs) rangs.push(rang);
      else index.set(cle, [rang]);
    }
  return index;
}

function sumPoints(accords: readonly Accord[]): number {
  return accords.reduce((somme, { points }) => somme + points, 0);
}
