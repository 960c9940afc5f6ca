/** Ce qu'un remède change aux quarts d'heure d'une crèche : des professionnels en plus ou en moins, un effectif requis moindre. */
import type { Grille, PosteDuJour, Segment, Tenue } from '../prevision.ts';
import type { Effet, Issue } from '../remede.ts';
import { computeManquants } from './effectif-requis.ts';
import { addContinuite } from './journee.ts';
import { computeManqueDuQuart, listSousTaux } from './manque.ts';
import { computeQuartsCouverts } from './quarts.ts';

type EffetDePostes = Readonly<{ prevus: number[]; prevusCat1: number[]; continuite: number[] }>;

/** Ce que valent des postes à la place d'autres. Une page en essaie des milliers : rien n'y est alloué de trop. */
export function computeEffetPostes(
  grille: Grille,
  avant: readonly PosteDuJour[],
  apres: readonly PosteDuJour[],
): EffetDePostes {
  // Si petites, des listes se créent bien plus vite que des tableaux typés.
  const [prevus, prevusCat1, continuite] = [buildZeros(grille), buildZeros(grille), buildZeros(grille)];
  const effet = { prevus, prevusCat1, continuite };
  for (const poste of avant) addPoste(grille, effet, { poste, combien: -1 });
  for (const poste of apres) addPoste(grille, effet, { poste, combien: 1 });
  return effet;
}

function buildZeros({ nombre }: Grille): number[] {
  return new Array<number>(nombre).fill(0);
}

type Ajout = Readonly<{ poste: PosteDuJour; combien: 1 | -1 }>;

function addPoste(grille: Grille, effet: EffetDePostes, { poste, combien }: Ajout): void {
  if (poste.etat !== 'PREVU') return;
  for (const segment of poste.segments) {
    if (segment.nature !== 'POSTE') continue;
    const [de, a] = computeQuartsCouverts(grille, segment);
    for (let quart = de; quart < a; quart += 1) {
      if (poste.categorie !== null) effet.prevus[quart] = (effet.prevus[quart] ?? 0) + combien;
      if (poste.categorie === 1) effet.prevusCat1[quart] = (effet.prevusCat1[quart] ?? 0) + combien;
    }
  }
  if (poste.continuite) addContinuite(grille, effet.continuite, { segments: poste.segments, combien });
}

/** Ces heures touchent-elles un quart d'heure où il manque quelqu'un ? Sinon rien de ce qui s'y ajoute n'en corrige. */
export function isUtile(journee: Tenue & Grille, segments: readonly Segment[]): boolean {
  for (const segment of segments) {
    if (segment.nature !== 'POSTE') continue;
    const [de, a] = computeQuartsCouverts(journee, segment);
    for (let quart = de; quart < a; quart += 1) if (computeManqueDuQuart(journee, quart) > 0) return true;
  }
  return false;
}

/** Ce qui manque un quart d'heure, des effets appliqués. */
export function computeManqueApres(tenue: Tenue, effets: readonly Effet[], quart: number): number {
  let requis = tenue.requis[quart] ?? 0;
  let prevus = tenue.prevus[quart] ?? 0;
  let cat1 = tenue.prevusCat1[quart] ?? 0;
  for (const effet of effets) {
    requis += effet.requis?.[quart] ?? 0;
    prevus += effet.prevus?.[quart] ?? 0;
    cat1 += effet.prevusCat1?.[quart] ?? 0;
  }
  return computeManquants(requis, tenue.requisCat1[quart] ?? 0, prevus, cat1);
}

/** Ce qu'il manque encore à la journée, en quarts d'heure d'agent ; rien si ces effets créent un manque ailleurs. */
export function computeManqueRestant(tenue: Tenue, effets: readonly Effet[]): number | null {
  let manque = 0;
  for (let quart = 0; quart < tenue.nombre; quart += 1) {
    const apres = computeManqueApres(tenue, effets, quart);
    if (apres > 0 && apres > computeManqueDuQuart(tenue, quart)) return null;
    manque += apres;
  }
  return manque;
}

/** Ce que donnent des effets ; rien s'ils créent un manque ailleurs. */
export function computeIssue(tenue: Tenue, effets: readonly Effet[]): Issue | null {
  const manque = computeManqueRestant(tenue, effets);
  if (manque === null) return null;
  const [corrige, reste]: [number[], number[]] = [[], []];
  for (const quart of listSousTaux(tenue)) (computeManqueApres(tenue, effets, quart) > 0 ? reste : corrige).push(quart);
  return { corrige, reste, manque };
}

type Deplace = Readonly<{ effet: Effet; derangement: number }>;

/** Le mouvement qui laisse le moins de manque, puis qui dérange le moins ; aucun s'il ne corrige rien. */
export function listMeilleur<M extends Deplace>(
  { journee, manque }: Readonly<{ journee: Tenue; manque: number }>,
  mouvements: readonly M[],
): M[] {
  let meilleur: { mouvement: M; manque: number } | undefined;
  for (const mouvement of mouvements) {
    const restant = computeManqueRestant(journee, [mouvement.effet]);
    if (restant === null || restant >= manque) continue;
    const ecart = restant - (meilleur?.manque ?? manque);
    if (ecart < 0 || (ecart === 0 && mouvement.derangement < (meilleur?.mouvement.derangement ?? 0)))
      meilleur = { mouvement, manque: restant };
  }
  return meilleur ? [meilleur.mouvement] : [];
}
