/** De combien de fautes de frappe deux textes s'écartent. */

// Trois lignes réemployées : des millions de comparaisons n'allouent rien. Rien n'en sort d'un appel à l'autre.
const LONGUEUR_MAXIMALE = 128;
const lignes = [0, 1, 2].map(() => new Uint8Array(LONGUEUR_MAXIMALE + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * Nombre de lettres ajoutées, ôtées, changées ou interverties (deux voisines) pour passer de l'un à l'autre ; `limite + 1`
 * dès qu'il en faut plus que `limite`.
 */
export function computeEcart(a: string, b: string, limite: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limite) return limite + 1;
  let debut = 0;
  while (debut < a.length && debut < b.length && a.charCodeAt(debut) === b.charCodeAt(debut)) debut += 1;
  let fin = 0;
  const commune = Math.min(a.length, b.length) - debut;
  while (fin < commune && a.charCodeAt(a.length - 1 - fin) === b.charCodeAt(b.length - 1 - fin)) fin += 1;
  return computeEcartCentral(
    a.slice(debut, Math.min(a.length - fin, debut + LONGUEUR_MAXIMALE)),
    b.slice(debut, Math.min(b.length - fin, debut + LONGUEUR_MAXIMALE)),
    limite,
  );
}

function computeEcartCentral(a: string, b: string, limite: number): number {
  if (a.length === 0 || b.length === 0) return Math.min(a.length + b.length, limite + 1);
  let [avantDerniere, derniere, ligne] = lignes;
  for (let j = 0; j <= b.length; j += 1) derniere[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const minimum = writeLigne(a, b, i, { avantDerniere, derniere, ligne });
    if (minimum > limite) return limite + 1;
    [avantDerniere, derniere, ligne] = [derniere, ligne, avantDerniere];
  }
  return Math.min(derniere[b.length] ?? 0, limite + 1);
}

type Lignes = { avantDerniere: Uint8Array; derniere: Uint8Array; ligne: Uint8Array };

/** Les écarts des `i` premières lettres de `a` à chaque début de `b` ; rend le plus petit. */
function writeLigne(a: string, b: string, i: number, { avantDerniere, derniere, ligne }: Lignes): number {
  const lettre = a.charCodeAt(i - 1);
  const precedente = i > 1 ? a.charCodeAt(i - 2) : -1;
  ligne[0] = i;
  let minimum = i;
  for (let j = 1; j <= b.length; j += 1) {
    const enFace = b.charCodeAt(j - 1);
    let cout = (derniere[j - 1] as number) + (lettre === enFace ? 0 : 1);
    cout = Math.min(cout, (derniere[j] as number) + 1, (ligne[j - 1] as number) + 1);
    if (j > 1 && precedente === enFace && lettre === b.charCodeAt(j - 2))
      cout = Math.min(cout, (avantDerniere[j - 2] as number) + 1);
    ligne[j] = cout;
    if (cout < minimum) minimum = cout;
  }
  return minimum;
}

/** Les lettres d'un texte, un bit chacune : de quoi écarter d'un coup deux textes qui n'ont rien en commun. */
export function computeLettres(texte: string): number {
  let lettres = 0;
  for (let i = 0; i < texte.length; i += 1) lettres |= 1 << (texte.charCodeAt(i) % 31);
  return lettres;
}

/** Au moins autant de fautes, d'après les seules lettres de chacun. */
export function computeEcartMinimal(lettresA: number, lettresB: number): number {
  return Math.max(countBits(lettresA & ~lettresB), countBits(lettresB & ~lettresA));
}

function countBits(nombre: number): number {
  let n = nombre - ((nombre >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Ressemblance de 0 à 1 qui compte les lettres communes à peu près à la même place, et favorise un même début. */
export function computeProximite(a: string, b: string): number {
  if (a === b) return 1;
  const portee = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  let [prisesA, prisesB, communes] = [0, 0, 0];
  const [n, m] = [Math.min(a.length, 31), Math.min(b.length, 31)];
  for (let i = 0; i < n; i += 1) {
    const jusqua = Math.min(m - 1, i + portee);
    for (let j = Math.max(0, i - portee); j <= jusqua; j += 1) {
      if ((prisesB >>> j) & 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      prisesA |= 1 << i;
      prisesB |= 1 << j;
      communes += 1;
      break;
    }
  }
  if (communes === 0) return 0;
  const deplacees = countDeplacees(a, b, prisesA, prisesB) / 2;
  const base = (communes / n + communes / m + (communes - deplacees) / communes) / 3;
  let debut = 0;
  while (debut < 4 && debut < n && a.charCodeAt(debut) === b.charCodeAt(debut)) debut += 1;
  return base + debut * 0.1 * (1 - base);
}

/** Parmi les lettres communes, celles qui ne viennent pas dans le même ordre. */
function countDeplacees(a: string, b: string, prisesA: number, prisesB: number): number {
  let [deplacees, j] = [0, 0];
  for (let i = 0; i < 31; i += 1) {
    if (!((prisesA >>> i) & 1)) continue;
    while (!((prisesB >>> j) & 1)) j += 1;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) deplacees += 1;
    j += 1;
  }
  return deplacees;
}
