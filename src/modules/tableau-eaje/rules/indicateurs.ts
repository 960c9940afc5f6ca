/**
 * Valeur d'un indicateur, somme d'un territoire, comparaison entre pairs (référentiel petite enfance, §9).
 * Deux crèches se comparent si elles ont la même catégorie, la même amplitude d'ouverture à une heure près, et le même public
 * (quartier prioritaire ou non) : une grande crèche de douze heures ne se juge pas comme une petite de dix heures.
 */
import type { Indicateur, Part } from '../indicateur.ts';
import { computeMediane, type Sommes } from '../sommes.ts';

/** Sous trois pairs, une médiane ne dit rien. */
const PAIRS_MINIMUM = 3;
/** Sous cinq enfants, un chiffre désignerait quelqu'un. */
const ENFANTS_MINIMUM = 5;
/** Sous cinq agents, un motif aussi. */
const AGENTS_MINIMUM = 5;

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

export type PartVentilee = Readonly<{ titre: string; nombre: number; valeur: number }>;

/** Les parts d'un compte, chacune sur le dénominateur de l'ensemble ; celles qui désigneraient quelqu'un, réunies. */
export function computeVentilation(indicateur: Indicateur, sommes: Sommes): PartVentilee[] {
  const { ventilation, denominateur, facteur } = indicateur;
  const tout = denominateur.lit(sommes);
  if (!ventilation || tout <= 0 || isMasque(indicateur, sommes)) return [];
  const reunies = listReunies(ventilation.parts, sommes);
  const dites = ventilation.parts.filter((part) => !reunies.includes(part));
  const compte = (titre: string, parts: readonly Part[]) => {
    const nombre = parts.reduce((total, part) => total + part.lit(sommes), 0);
    return { titre, nombre, valeur: (nombre * facteur) / tout };
  };
  return [
    ...dites.map((part) => compte(part.titre, [part])),
    ...(reunies.length > 0 ? [compte(`${dites.length > 0 ? 'Autres motifs' : 'Motifs'}, réunis`, reunies)] : []),
  ];
}

/** Les parts de moins de cinq agents, et les plus petites qui suivent jusqu'à ce que leur somme n'en désigne aucun. */
function listReunies(parts: readonly Part[], sommes: Sommes): Part[] {
  const compte = ({ agents }: Part) => agents?.(sommes) ?? Number.POSITIVE_INFINITY;
  const croissantes = parts.filter((part) => compte(part) > 0).sort((a, b) => compte(a) - compte(b));
  const reunies: Part[] = [];
  let ensemble = 0;
  for (const part of croissantes) {
    if (compte(part) >= AGENTS_MINIMUM && (ensemble === 0 || ensemble >= AGENTS_MINIMUM)) break;
    reunies.push(part);
    ensemble += compte(part);
  }
  return reunies;
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
