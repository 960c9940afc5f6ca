/**
 * Ce que dépense une crèche par place et par heure réalisée, et son écart à la médiane de ses pairs (DEP-03).
 *
 * Ce que dit le référentiel : dépense par place, par heure réalisée ; écart à la médiane des crèches de même catégorie, jamais à la moyenne.
 * Comment il est lu ici : la dépense est ce qui est mandaté sur les lignes suivies, non toutes les charges de la crèche. Les pairs sont les
 * crèches de même catégorie que l'on voit ; sous trois, la médiane ne dit rien. Sans place ou sans heure, pas de ratio.
 * Non traité : l'amplitude d'ouverture et le public, que le tableau des crèches compare.
 */
import {
  compareFractions,
  ecart as difference,
  type Fraction,
  fraction,
  produit,
  quotient,
  somme,
} from '#shared/fraction.ts';

/** Sous trois pairs, une médiane désignerait l'un d'eux. */
export const PAIRS_MINIMUM = 3;

export type CrecheComparable = Readonly<{
  categorie: string;
  depenseCentimes: number;
  places: number;
  minutesRealisees: number;
}>;

/** Un ratio en centimes, la médiane des pairs, l'écart en pour cent de cette médiane. */
export type Ratio = Readonly<{ centimes: Fraction | null; mediane: Fraction | null; ecart: Fraction | null }>;

const parPlace = ({ depenseCentimes, places }: CrecheComparable): Fraction | null =>
  places > 0 ? fraction(depenseCentimes, places) : null;
const parHeure = ({ depenseCentimes, minutesRealisees }: CrecheComparable): Fraction | null =>
  minutesRealisees > 0 ? fraction(60 * depenseCentimes, minutesRealisees) : null;

/** L'exacte médiane ; entre deux valeurs, leur milieu. */
export function computeMediane(valeurs: readonly Fraction[]): Fraction | null {
  if (valeurs.length === 0) return null;
  const triees = valeurs.toSorted(compareFractions);
  const milieu = triees.length >> 1;
  const haut = triees[milieu] as Fraction;
  return triees.length % 2 === 1 ? haut : quotient(somme(triees[milieu - 1] as Fraction, haut), 2);
}

/** Chaque crèche avec ses deux ratios, face aux autres de sa catégorie. */
export function computeComparaison<C extends CrecheComparable>(creches: readonly C[]) {
  const groupes = Map.groupBy(creches, ({ categorie }) => categorie);
  const mediane = (categorie: string, lire: (creche: C) => Fraction | null) => {
    const valeurs = (groupes.get(categorie) ?? []).map(lire).filter((valeur) => valeur !== null);
    return valeurs.length < PAIRS_MINIMUM ? null : computeMediane(valeurs);
  };
  const medianes = new Map(
    [...groupes.keys()].map((c) => [c, { place: mediane(c, parPlace), heure: mediane(c, parHeure) }] as const),
  );
  return creches.map((creche) => ({
    ...creche,
    place: computeRatio(parPlace(creche), medianes.get(creche.categorie)?.place ?? null),
    heure: computeRatio(parHeure(creche), medianes.get(creche.categorie)?.heure ?? null),
  }));
}

function computeRatio(centimes: Fraction | null, mediane: Fraction | null): Ratio {
  const comparable = centimes !== null && mediane !== null && mediane.n !== 0n;
  return {
    centimes,
    mediane,
    ecart: comparable ? quotient(produit(difference(centimes, mediane), 100), mediane) : null,
  };
}
