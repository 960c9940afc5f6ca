/**
 * Deux fiches sont-elles la même personne ? D'autres explications s'y opposent : un même foyer, des jumeaux, des homonymes,
 * ou rien de commun. Chaque accord ajoute ou ôte des points ; leur somme est le score.
 */
import { type Raison, type Ressemblance, SEUILS, type VerdictDeRessemblance } from '../ressemblance.ts';
import { type Accord, listAccords } from './accords.ts';
import type { Appris, Attentes } from './apprentissage.ts';
import {
  computeForces,
  EXPLICATIONS,
  type Explication,
  type Forces,
  formatCle,
  formatExplication,
} from './hypotheses.ts';
import type { IdentitePreparee } from './identite-preparee.ts';
import { formatAccord } from './raisons.ts';
import type { Reperes } from './reperes.ts';

/** Pour une fiche qui est la personne cherchée, combien d'un proche : plusieurs frères et sœurs, parfois un jumeau. */
const PARTS_DE_RECHERCHE: Readonly<Record<Explication, number>> = { foyer: 2, jumeaux: 0.1, homonymes: 0.05 };

/** Une personne cherchée parmi `nombre` : une chance sur deux qu'elle y soit. */
export function buildAttentesDeRecherche(nombre: number): Appris {
  const memes = -Math.log2(2 * Math.max(nombre, 1_000));
  const points = (explication: Explication) => memes + Math.log2(PARTS_DE_RECHERCHE[explication]);
  return {
    attentes: { memes, foyer: points('foyer'), jumeaux: points('jumeaux'), homonymes: points('homonymes') },
    ajustements: new Map(),
  };
}

export function compareIdentites(
  a: IdentitePreparee,
  b: IdentitePreparee,
  reperes: Reperes,
  appris: Appris,
): Ressemblance {
  return buildExplication(listAccords(a, b, reperes), appris);
}

/** Le score et ses raisons, dont les points font la somme. */
export function buildExplication(
  accords: readonly Accord[],
  { attentes, ajustements }: Appris,
  autres: readonly Raison[] = [],
): Ressemblance {
  const raisons = accords.map((accord) => ({
    texte: formatAccord(accord),
    points: accord.points + (ajustements.get(formatCle(accord)) ?? 0),
  }));
  const forces = computeForces(accords, ajustements);
  const doute = {
    texte: formatExplication(findRivale(forces, attentes), accords),
    points: computeDoute(forces, attentes),
  };
  const depart = { texte: 'au départ', points: attentes.memes };
  const toutes = [...raisons, ...(doute.points < -0.05 ? [doute] : []), ...autres, depart];
  const score = computeScore(toutes.reduce((somme, { points }) => somme + points, 0));
  return { score, verdict: findVerdict(score), raisons: toutes };
}

/** Ce qu'ôtent au score les autres explications, en points : toujours négatif. */
export function computeDoute(forces: Forces, attentes: Attentes): number {
  let chances = 1;
  for (const explication of EXPLICATIONS) chances += 2 ** (attentes[explication] + forces[explication]);
  return -Math.log2(chances);
}

function findRivale(forces: Forces, attentes: Attentes): Explication {
  const force = (explication: Explication) => attentes[explication] + forces[explication];
  return EXPLICATIONS.reduce((meilleure, autre) => (force(autre) > force(meilleure) ? autre : meilleure));
}

export function computeScore(points: number): number {
  return 1 / (1 + 2 ** -points);
}

function findVerdict(score: number): VerdictDeRessemblance {
  if (score >= SEUILS.certain) return 'certain';
  if (score >= SEUILS.probable) return 'probable';
  return score >= SEUILS['a-verifier'] ? 'a-verifier' : 'different';
}
