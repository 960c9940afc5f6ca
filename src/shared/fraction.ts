/**
 * Une fraction exacte d'entiers : un taux, un prix, des heures. Rien n'est arrondi avant d'être montré ou payé (GEN-02, GEN-03) :
 * en flottant, un prix plafond linéaire se tromperait d'un centime.
 */
export type Fraction = Readonly<{ n: bigint; d: bigint }>;

type Nombre = number | bigint | Fraction;

/** `n / d`. Lève `RangeError` si le dénominateur est nul : une règle qui divise dit d'abord ce qu'elle fait de zéro. */
export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  return reduit(BigInt(n), BigInt(d));
}

export function somme(a: Nombre, b: Nombre): Fraction {
  const [x, y] = [lit(a), lit(b)];
  return reduit(x.n * y.d + y.n * x.d, x.d * y.d);
}

export function ecart(a: Nombre, b: Nombre): Fraction {
  const [x, y] = [lit(a), lit(b)];
  return reduit(x.n * y.d - y.n * x.d, x.d * y.d);
}

export function produit(...facteurs: readonly Nombre[]): Fraction {
  return facteurs.map(lit).reduce((total, { n, d }) => reduit(total.n * n, total.d * d), UN);
}

export function quotient(a: Nombre, b: Nombre): Fraction {
  const [x, y] = [lit(a), lit(b)];
  return reduit(x.n * y.d, x.d * y.n);
}

/** -1, 0 ou 1. */
export function compareFractions(a: Nombre, b: Nombre): -1 | 0 | 1 {
  const [x, y] = [lit(a), lit(b)];
  const n = x.n * y.d - y.n * x.d;
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

export function minimum(a: Nombre, b: Nombre): Fraction {
  return compareFractions(a, b) <= 0 ? lit(a) : lit(b);
}

/** L'entier le plus proche de `f × 10^decimales`, le demi vers le haut (GEN-02). */
export function arrondi(f: Nombre, decimales = 0): number {
  const { n, d } = lit(f);
  const double = 2n * n * 10n ** BigInt(decimales) + d;
  const entier = double / (2n * d);
  const reste = double % (2n * d);
  return Number(reste < 0n ? entier - 1n : entier);
}

/** « 9,7692 », « −2 878,62 » : arrondie, à la française. */
export function formatFraction(f: Nombre, decimales = 2): string {
  return formatEntierDecimal(arrondi(f, decimales), decimales);
}

/** Un entier de la plus petite unité : 47 273 262 centimes et 2 décimales font « 472 732,62 ». */
export function formatEntierDecimal(entier: number, decimales: number): string {
  const chiffres = String(Math.abs(entier)).padStart(decimales + 1, '0');
  const coupe = chiffres.length - decimales;
  const groupes = chiffres.slice(0, coupe).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const texte = decimales === 0 ? groupes : `${groupes},${chiffres.slice(coupe)}`;
  return entier < 0 ? `\u2212${texte}` : texte;
}

const SUR = BigInt(Number.MAX_SAFE_INTEGER);
const UN: Fraction = { n: 1n, d: 1n };

function lit(nombre: Nombre): Fraction {
  return typeof nombre === 'object' ? nombre : { n: BigInt(nombre), d: 1n };
}

function reduit(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('Une fraction n’a pas de dénominateur nul.');
  if (d === 1n) return { n, d };
  const commun = pgcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const signe = d < 0n ? -1n : 1n;
  return { n: (signe * n) / commun, d: (signe * d) / commun };
}

/** Les grands entiers coûtent : dès que les deux tiennent dans un nombre, le calcul y finit. */
function pgcd(a: bigint, b: bigint): bigint {
  if (b === 0n) return a;
  if (a > SUR || b > SUR) return pgcd(b, a % b);
  let [x, y] = [Number(a), Number(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}
