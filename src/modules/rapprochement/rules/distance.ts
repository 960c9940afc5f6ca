/** De combien de fautes de frappe deux textes s'écartent. */

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
  return computeEcartCentral(a.slice(debut, a.length - fin), b.slice(debut, b.length - fin), limite);
}

function computeEcartCentral(a: string, b: string, limite: number): number {
  if (a.length === 0 || b.length === 0) return Math.min(a.length + b.length, limite + 1);
  const largeur = b.length + 1;
  let avantDerniere = new Uint8Array(largeur);
  let derniere = Uint8Array.from({ length: largeur }, (_, rang) => rang);
  for (let i = 1; i <= a.length; i += 1) {
    const ligne = new Uint8Array(largeur);
    ligne[0] = i;
    let minimum = i;
    for (let j = 1; j < largeur; j += 1) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cout = Math.min(at(derniere, j) + 1, at(ligne, j - 1) + 1, at(derniere, j - 1) + change);
      const croisees =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (croisees) cout = Math.min(cout, at(avantDerniere, j - 2) + 1);
      ligne[j] = cout;
      if (cout < minimum) minimum = cout;
    }
    if (minimum > limite) return limite + 1;
    avantDerniere = derniere;
    derniere = ligne;
  }
  return Math.min(at(derniere, b.length), limite + 1);
}

function at(ligne: Uint8Array, rang: number): number {
  return ligne[rang] ?? 0;
}

/** Ressemblance de 0 à 1 qui compte les lettres communes à peu près à la même place, et favorise un même début. */
export function computeProximite(a: string, b: string): number {
  if (a === b) return 1;
  const portee = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const prises = new Uint8Array(b.length);
  const communes: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const jusqua = Math.min(b.length - 1, i + portee);
    for (let j = Math.max(0, i - portee); j <= jusqua; j += 1) {
      if (prises[j] || a[i] !== b[j]) continue;
      prises[j] = 1;
      communes.push(a[i] ?? '');
      break;
    }
  }
  if (communes.length === 0) return 0;
  const enFace = [...b].filter((_, rang) => prises[rang]);
  const deplacees = communes.filter((lettre, rang) => lettre !== enFace[rang]).length / 2;
  const n = communes.length;
  const base = (n / a.length + n / b.length + (n - deplacees) / n) / 3;
  let debut = 0;
  while (debut < 4 && a[debut] !== undefined && a[debut] === b[debut]) debut += 1;
  return base + debut * 0.1 * (1 - base);
}
