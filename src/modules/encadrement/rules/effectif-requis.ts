/**
 * L'effectif qu'il faut auprès des enfants, à un instant.
 *
 * Ce que dit le texte : l'effectif se calcule à tout instant sur les enfants effectivement présents (R2324-43, CAP-08), selon la méthode
 * que le gestionnaire a choisie (R2324-46-4, CAP-09) ; jamais moins de deux professionnels, dont un de catégorie 1 au-delà de
 * vingt-quatre places (R2324-43-1, CAP-11) ; un seul suffit dans une micro-crèche jusqu'à trois enfants, s'il est au moins auxiliaire de
 * puériculture (décret 2025-304, CAP-11b) ; en sortie, un pour cinq, et jamais moins de deux (R2324-43-2, CAP-12).
 * Comment il est lu ici : les fractions s'additionnent, puis l'on arrondit au-dessus, une fois pour la crèche ; la crèche peut choisir
 * d'arrondir section par section, ce qui ne demande jamais moins. Tout se compte en entiers (GEN-03). Au moins auxiliaire de
 * puériculture : de catégorie 1 ; à défaut, ils sont deux. Un effectif d'une personne n'existe que là. Sans autorisation connue (zéro
 * place), le doute va à l'enfant : deux, dont un de catégorie 1.
 * Non traité : les enfants et assistants maternels de passage (CAP-13), que Marelle n'inscrit pas et qui ne sont donc dans aucun des
 * deux termes ; les jardins d'enfants (R2324-47-4) ; la micro-crèche d'avant le 3 avril 2025, où le seul pouvait être de catégorie 2.
 */
import type { Agregation, Methode } from '../prevision.ts';
import type { Bareme } from './bareme.ts';

/** Des enfants présents : non-marcheurs, marcheurs. */
export type Presents = Readonly<{ nm: number; m: number }>;
export type Effectif = Readonly<{ total: number; cat1: number }>;
export type RegleDeCreche = Readonly<{ methode: Methode; agregation: Agregation; places: number }>;

const PERSONNE: Effectif = { total: 0, cat1: 0 };

/** Ce que des enfants pèsent, et ce que pèse un professionnel : des entiers, pour comparer sans virgule. */
export function computePoids(methode: Methode, { nm, m }: Presents, { rapports }: Bareme): number {
  return methode === 'CINQ_HUIT' ? rapports.marcheurs * nm + rapports.nonMarcheurs * m : nm + m;
}

/** Le poids qu'un professionnel tient. */
export function computeTenue(methode: Methode, { rapports }: Bareme): number {
  return methode === 'CINQ_HUIT' ? rapports.nonMarcheurs * rapports.marcheurs : rapports.tous;
}

/** `ceil(a / b)` en entiers. */
export function computePlafond(dividende: number, diviseur: number): number {
  return Math.trunc((dividende + diviseur - 1) / diviseur);
}

/** Le plancher de la crèche pour tant d'enfants. */
export function computePlancher(enfants: number, places: number, bareme: Bareme): Effectif {
  if (enfants === 0) return PERSONNE;
  const { seulEnMicro, plancher } = bareme;
  const seul = places !== 0 && places <= seulEnMicro.places && enfants <= seulEnMicro.enfants;
  return { total: seul ? 1 : plancher.professionnels, cat1: computeCategorie1(places, bareme) };
}

function computeCategorie1(places: number, { plancher }: Bareme): number {
  return places === 0 || places > plancher.placesSansCategorie1 ? 1 : 0;
}

/** Combien de professionnels ajouter à ceux qui sont là ; une personne de catégorie 1 comble à la fois le nombre et la catégorie. */
export function computeManquants(requis: number, requisCat1: number, presents: number, presentsCat1: number): number {
  if (requis === 1 && presents === 1 && presentsCat1 === 0) return 1;
  return Math.max(0, requis - presents, requisCat1 - presentsCat1);
}

/** L'effectif requis (§2.3) ; `groupes` : les enfants présents, section par section. */
export function computeEffectifRequis(regle: RegleDeCreche, groupes: readonly Presents[], bareme: Bareme): Effectif {
  const tenue = computeTenue(regle.methode, bareme);
  let enfants = 0;
  let poids = 0;
  let parGroupe = 0;
  for (const groupe of groupes) {
    const pese = computePoids(regle.methode, groupe, bareme);
    enfants += groupe.nm + groupe.m;
    poids += pese;
    parGroupe += computePlafond(pese, tenue);
  }
  const plancher = computePlancher(enfants, regle.places, bareme);
  const base = regle.agregation === 'UNITE' ? parGroupe : computePlafond(poids, tenue);
  return { total: Math.max(base, plancher.total), cat1: plancher.cat1 };
}

/** L'effectif d'une sortie (CAP-12) : un pour cinq, jamais moins de deux, et la catégorie 1 des crèches de plus de 24 places. */
export function computeEffectifSortie(enfants: number, places: number, bareme: Bareme): Effectif {
  if (enfants === 0) return PERSONNE;
  return {
    total: Math.max(computePlafond(enfants, bareme.sortie), bareme.plancher.professionnels),
    cat1: computeCategorie1(places, bareme),
  };
}
