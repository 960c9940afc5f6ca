/**
 * Valeur d'un indicateur, somme d'un territoire, comparaison entre pairs (référentiel petite enfance, §9).
 * Deux crèches se comparent si elles ont la même catégorie, la même amplitude d'ouverture à une heure près, et le même public
 * (quartier prioritaire ou non) : une grande crèche de douze heures ne se juge pas comme une petite de dix heures.
 */
import type { Indicateur } from '../indicateur.ts';
import { computeMediane, type Sommes } from '../sommes.ts';

/** Sous trois pairs, une médiane ne dit rien. */
const PAIRS_MINIMUM = 3;
/** Sous cinq enfants, un chiffre désignerait quelqu'un. */
const ENFANTS_MINIMUM = 5;

/** Rien n'est dit de si peu d'enfants, ou d'un si petit dénominateur. */
export function isMasque({ surEnfants, minimum = 0, denominateur }: Indicateur, sommes: Sommes): boolean {
  const tout = denominateur.lit(sommes);
  return tout > 0 && (tout < minimum || (surEnfants === true && sommes.enfants < ENFANTS_MINIMUM));
}

/** La valeur ; rien si le dénominateur est nul, ou le chiffre masqué. */
export function computeValeur(indicateur: Indicateur, sommes: Sommes): number | null {
  const { numerateur, denominateur, facteur, somme } = indicateur;
  const tout = denominateur.lit(sommes);
  if (tout <= 0 || isMasque(indicateur, sommes)) return null;
  return (numerateur.lit(sommes) * facteur) / (somme ? 1 : tout);
}

export type Comparable = Readonly<{ categorie: string; amplitude: number; qpv: boolean }>;

/** Ce qui fait que deux crèches se comparent. */
export function formatPairs({ categorie, amplitude, qpv }: Comparable): string {
  return `${categorie}|${Math.round(amplitude / 60)}|${qpv ? 'qpv' : 'hors'}`;
}

/** La médiane des pairs de chaque groupe ; rien pour un groupe trop petit. */
export function computeMedianes<T extends Comparable>(
  creches: readonly T[],
  valeur: (creche: T) => number | null,
): Map<string, number> {
  const groupes = Map.groupBy(creches, formatPairs);
  const medianes = new Map<string, number>();
  for (const [groupe, siennes] of groupes) {
    const valeurs = siennes.map(valeur).filter((v) => v !== null);
    const mediane = valeurs.length < PAIRS_MINIMUM ? null : computeMediane(valeurs);
    if (mediane !== null) medianes.set(groupe, mediane);
  }
  return medianes;
}
