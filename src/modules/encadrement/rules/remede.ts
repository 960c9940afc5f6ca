/**
 * Le moindre remède à un taux qui n'est pas tenu.
 *
 * Ce que dit le texte : le taux se tient à tout instant (R2324-43, CAP-08) ; l'ordre des remèdes est une pratique du département (§6.2) :
 * réorganiser, regrouper, une crèche voisine, un volant, et seulement ensuite accueillir moins.
 * Comment il est lu ici : le moindre remède est celui qui rend tous les quarts d'heure au taux par le barreau le plus bas de l'échelle, seul
 * à deux mouvements, ou à quatre au plus ; si rien n'y suffit, la suite de mouvements qui laisse le moins de manque. Renvoyer des enfants que
 * des contrats attendent n'est jamais le moindre remède tant qu'un autre corrige quelque chose. L'outil propose ; rien n'est écrit sans
 * qu'une personne le décide. Les barreaux écartés disent pourquoi.
 * Non traité : heures supplémentaires, volant d'un autre territoire et intérim, qui demandent l'accord du responsable de service.
 */
import {
  type Barreau,
  type Ecarte,
  type Mouvement,
  NATURES_REMEDE,
  type NatureRemede,
  type Proposition,
  type Remede,
  type Situation,
} from '../remede.ts';
import { computeIssue, computeManqueRestant } from './effet.ts';
import { listSousTaux } from './manque.ts';
import { buildPausesDeplacees, buildPostesDecales, buildRegroupement } from './remede-interne.ts';
import { buildOffreReduite } from './remede-offre.ts';
import { buildRenfortsVoisins, buildVolants } from './remede-renfort.ts';

const BARREAUX: Record<NatureRemede, (situation: Situation) => Barreau> = {
  PAUSE: buildPausesDeplacees,
  DECALAGE: buildPostesDecales,
  REGROUPEMENT: buildRegroupement,
  VOISINE: buildRenfortsVoisins,
  VOLANT: buildVolants,
  OFFRE: buildOffreReduite,
};

/** Au-delà, on ne cherche plus les paires : un barreau donne déjà ses meilleurs. */
const PAR_BARREAU = 8;
const MOUVEMENTS_AU_PLUS = 4;

export function buildProposition(situation: Situation): Proposition {
  const total = listSousTaux(situation.journee).length;
  if (total === 0) return { moindre: null, possibles: [], ecartes: [] };
  const barreaux = NATURES_REMEDE.map((nature) => ({ nature, ...BARREAUX[nature](situation) }));
  const seuls = barreaux.map((barreau) => ({ ...barreau, remedes: listSeuls(situation, barreau.mouvements) }));
  const moindre = findMoindre(
    situation,
    seuls.flatMap(({ remedes }) => remedes),
  );
  const dernier = moindre ? findBarreau(moindre) : -1;
  const utilisees = new Set(moindre?.mouvements.map(({ nature }) => nature));
  const ecartes = seuls.flatMap(({ nature, motif, remedes }, rang): Ecarte[] => {
    if (utilisees.has(nature) || (dernier >= 0 && rang > dernier)) return [];
    const meilleur = remedes[0];
    if (!meilleur) return [{ nature, motif }];
    return [
      { nature, motif: `${meilleur.mouvements[0]?.phrase} : corrige ${formatPart(meilleur.corrige.length, total)}.` },
    ];
  });
  return { moindre, possibles: seuls.flatMap(({ remedes }) => remedes.slice(0, 1)), ecartes };
}

function formatPart(corriges: number, total: number): string {
  return `${corriges} quart${corriges > 1 ? 's' : ''} d’heure sur ${total}`;
}

/** Les remèdes d'un seul mouvement, du meilleur au moindre. */
function listSeuls(situation: Situation, mouvements: readonly Mouvement[]): Remede[] {
  return mouvements
    .flatMap((mouvement) => buildRemede(situation, [mouvement]) ?? [])
    .toSorted((a, b) => a.manque - b.manque || computeDerangement(a) - computeDerangement(b))
    .slice(0, PAR_BARREAU);
}

function buildRemede({ journee }: Situation, mouvements: readonly Mouvement[]): Remede | null {
  const issue = computeIssue(
    journee,
    mouvements.map(({ effet }) => effet),
  );
  return issue && { mouvements, ...issue };
}

function computeDerangement({ mouvements }: Remede): number {
  return mouvements.reduce((somme, { derangement }) => somme + derangement, 0);
}

/** Le barreau le plus haut où il monte. */
function findBarreau({ mouvements }: Remede): number {
  return Math.max(...mouvements.map(({ nature }) => NATURES_REMEDE.indexOf(nature)));
}

/** Du barreau le plus bas, puis du moins de mouvements, puis du moindre dérangement. */
function compareRemedes(a: Remede, b: Remede): number {
  return (
    findBarreau(a) - findBarreau(b) ||
    a.mouvements.length - b.mouvements.length ||
    computeDerangement(a) - computeDerangement(b)
  );
}

function findMoindre(situation: Situation, seuls: readonly Remede[]): Remede | null {
  const candidats = seuls.filter(({ mouvements }) => !mouvements.some(({ dernierRecours }) => dernierRecours));
  const complets = candidats.filter(isComplet).toSorted(compareRemedes);
  const [seul] = complets;
  // Plusieurs mouvements ne valent mieux qu'un seul que s'ils restent sous son barreau.
  const dessous = seul ? candidats.filter((candidat) => findBarreau(candidat) < findBarreau(seul)) : candidats;
  const paires = dessous.flatMap((premier, rang) =>
    dessous.slice(rang + 1).flatMap((second) => buildEnsemble(situation, [premier, second], 0) ?? []),
  );
  const suite = buildSuite(situation, dessous);
  const meilleurs = [...complets, ...paires, ...(suite ? [suite] : [])].filter(isComplet).toSorted(compareRemedes);
  return meilleurs[0] ?? suite ?? seuls[0] ?? null;
}

function isComplet({ reste }: Remede): boolean {
  return reste.length === 0;
}

/** Les deux ensemble, s'ils ne bougent pas deux fois la même personne et ne laissent pas plus que `auPlus` de manque. */
function buildEnsemble(situation: Situation, [a, b]: readonly [Remede, Remede], auPlus: number): Remede | null {
  const croises = b.mouvements.some(({ professionnelId, nature }) =>
    a.mouvements.some((autre) =>
      professionnelId === null
        ? isSurLesEnfants(nature) && isSurLesEnfants(autre.nature)
        : autre.professionnelId === professionnelId,
    ),
  );
  if (croises) return null;
  const mouvements = [...a.mouvements, ...b.mouvements];
  const manque = computeManqueRestant(
    situation.journee,
    mouvements.map(({ effet }) => effet),
  );
  return manque === null || manque > auPlus ? null : buildRemede(situation, mouvements);
}

function isSurLesEnfants(nature: NatureRemede): boolean {
  return nature === 'OFFRE' || nature === 'REGROUPEMENT';
}

/** Ajouter à chaque fois ce qui laisse le moins de manque, tant que cela en ôte. */
function buildSuite(situation: Situation, candidats: readonly Remede[]): Remede | null {
  let suite: Remede | null = null;
  for (let rang = 0; rang < MOUVEMENTS_AU_PLUS; rang += 1) {
    const actuelle: Remede | null = suite;
    const suivants: Remede[] = actuelle
      ? candidats.flatMap((candidat) => buildEnsemble(situation, [actuelle, candidat], actuelle.manque - 1) ?? [])
      : [...candidats];
    const meilleur: Remede | undefined = suivants.toSorted((a, b) => a.manque - b.manque || compareRemedes(a, b))[0];
    if (!meilleur || meilleur.manque >= (actuelle?.manque ?? situation.manque)) break;
    suite = meilleur;
  }
  return suite;
}
