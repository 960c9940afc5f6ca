/** Plus de deux fiches d'une même personne : ce qu'une troisième fiche apprend de deux autres. */
import type { Accord } from './accords.ts';

export type Lien = { readonly a: number; readonly b: number; readonly points: number };

/** Numéro de groupe de chaque fiche : deux fiches liées ont le même. */
export function computeGroupes(nombre: number, liens: readonly { a: number; b: number }[]): number[] {
  const parents = Array.from({ length: nombre }, (_, rang) => rang);
  const find = (rang: number): number => {
    let racine = rang;
    while (parents[racine] !== racine) racine = parents[racine] ?? racine;
    parents[rang] = racine;
    return racine;
  };
  for (const { a, b } of liens) parents[find(a)] = find(b);
  return parents.map((_, rang) => find(rang));
}

// Un groupe démesuré est une erreur de saisie (« inconnu né le 01/01 »), pas une personne.
const VOISINES_MAXIMALES = 40;

/**
 * Si B est la même personne que A, et que C aussi, alors A et C le sont. Rend, pour chaque paire ainsi reliée, les points
 * que la meilleure fiche intermédiaire lui donne ; `contredit` : ce que A et C disent de contraire et que B tait, en points négatifs.
 */
export function listRelais(
  liens: readonly Lien[],
  getPoints: (a: number, b: number) => number,
  contredit: (a: number, b: number, par: number) => number,
): Lien[] {
  const voisines = new Map<number, Lien[]>();
  for (const lien of liens)
    for (const rang of [lien.a, lien.b]) voisines.set(rang, [...(voisines.get(rang) ?? []), lien]);
  const relais = new Map<string, Lien>();
  for (const [par, siens] of voisines) {
    if (siens.length > VOISINES_MAXIMALES) continue;
    for (const [rang, premier] of siens.entries())
      for (const second of siens.slice(rang + 1)) {
        const [x, y] = [getAutre(premier, par), getAutre(second, par)];
        const [a, b] = x < y ? [x, y] : [y, x];
        const direct = getPoints(a, b);
        const points = combinePoints(premier.points, second.points, direct, contredit(a, b, par));
        const cle = `${a} ${b}`;
        if (points > direct && points > (relais.get(cle)?.points ?? Number.NEGATIVE_INFINITY))
          relais.set(cle, { a, b, points });
      }
  }
  return [...relais.values()];
}

function getAutre({ a, b }: Lien, rang: number): number {
  return a === rang ? b : a;
}

/** Trois fiches : toutes la même personne, ou deux seulement, ou aucune ; les chances que A et C le soient. */
function combinePoints(ab: number, bc: number, ac: number, contraire: number): number {
  const toutes = 2 ** (ab + bc + contraire);
  return Math.log2((toutes + 2 ** ac) / (2 ** ab + 2 ** bc + 1));
}

/** Les désaccords de deux fiches sur des champs que la troisième ne remplit pas. */
export function computeContraires(accords: readonly Accord[], dits: ReadonlySet<Accord['champ']>): number {
  return accords.reduce((somme, { champ, points }) => somme + (points < 0 && !dits.has(champ) ? points : 0), 0);
}
