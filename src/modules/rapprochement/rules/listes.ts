/** Rapprocher deux listes, ou trouver les doubles d'une seule. */
import { type IdentiteComparee, type Raison, type Ressemblance, SEUILS } from '../ressemblance.ts';
import { type Accord, listAccords } from './accords.ts';
import { type Appris, computeAppris } from './apprentissage.ts';
import { buildExplication, computeDoute, computeScore } from './comparaison.ts';
import { findOrdreDeDate } from './date-lue.ts';
import { computeContraires, computeGroupes, listRelais } from './groupes.ts';
import { computeForces } from './hypotheses.ts';
import { type IdentitePreparee, prepareIdentite } from './identite-preparee.ts';
import { listPaires, type Paire } from './paires.ts';
import { PARTS_SUPPOSEES } from './poids.ts';
import { buildReperes, type Reperes } from './reperes.ts';

/** `a` et `b` : les rangs des deux fiches, chacune dans sa liste (la même, avec `a < b`, pour les doubles). */
export type PaireRapprochee = Ressemblance & { a: number; b: number };

export type OptionsDeListes = {
  /** La dernière année de naissance possible, qui tranche le siècle de « 12/05/26 ». */
  anneeMaximale?: number;
  /** Rend aussi ce qui est à vérifier. */
  tous?: boolean;
};

type PaireJugee = Paire & { points: number; autres: Raison[] };

/** `avec` nulle : les doubles à l'intérieur de `liste`. Rendues des plus sûres aux moins sûres. */
export function matchListes(
  liste: readonly IdentiteComparee[],
  avec: readonly IdentiteComparee[] | null,
  { tous = false, anneeMaximale }: OptionsDeListes = {},
): PaireRapprochee[] {
  const a = prepareListe(liste, anneeMaximale);
  const b = avec && prepareListe(avec, anneeMaximale);
  const { paires, appris } = judgePaires(a, b);
  const seuil = tous ? SEUILS['a-verifier'] : SEUILS.probable;
  return paires
    .filter(({ points }) => computeScore(points) >= seuil)
    .map((paire) => ({ a: paire.a, b: paire.b, ...buildExplication(paire.accords, appris, paire.autres) }))
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** Chaque fichier a son ordre des dates. */
function prepareListe(liste: readonly IdentiteComparee[], anneeMaximale: number | undefined): IdentitePreparee[] {
  const ordre = findOrdreDeDate(liste.map(({ dateNaissance }) => dateNaissance));
  return liste.map((identite) => prepareIdentite(identite, { ordre, anneeMaximale }));
}

/**
 * Deux passages : le premier trouve les doubles évidents, pour que le second compte des personnes et non des fiches quand
 * il mesure ce qui est rare.
 */
function judgePaires(
  a: readonly IdentitePreparee[],
  b: readonly IdentitePreparee[] | null,
): { paires: PaireJugee[]; appris: Appris } {
  const fiches = b ? [...a, ...b] : a;
  const tailles = { a: a.length, b: b?.length ?? a.length / 2, parts: PARTS_SUPPOSEES };
  const paires = listPaires(a, b, buildReperes(fiches));
  const premier = computeAppris(paires, tailles);
  const evidentes = paires.filter(({ accords }) => computePoints(accords, premier) >= 0);
  const decalage = b ? a.length : 0;
  const groupes = computeGroupes(
    fiches.length,
    evidentes.map((paire) => ({ a: paire.a, b: paire.b + decalage })),
  );
  const reperes = buildReperes(fiches, groupes);
  for (const paire of paires) paire.accords = listPaireAccords(paire, a, b ?? a, reperes);
  const appris = computeAppris(paires, tailles);
  const jugees = paires.map((paire) => ({ ...paire, points: computePoints(paire.accords, appris), autres: [] }));
  return { paires: b ? applyConcurrence(jugees) : applyRelais(jugees, a, reperes, appris), appris };
}

function listPaireAccords(
  { a, b }: { a: number; b: number },
  listeA: readonly IdentitePreparee[],
  listeB: readonly IdentitePreparee[],
  reperes: Reperes,
): Accord[] {
  const [x, y] = [listeA[a], listeB[b]];
  if (!x || !y) throw new RangeError('Une paire désigne une fiche qui n’est pas de sa liste.');
  return listAccords(x, y, reperes);
}

function computePoints(accords: readonly Accord[], { attentes, ajustements }: Appris): number {
  const forces = computeForces(accords, ajustements);
  return attentes.memes + forces.memes + computeDoute(forces, attentes);
}

// Au plus cette part de fiches a deux réponses sûres quand chaque personne n'est qu'une fois dans l'autre liste.
const PART_DE_RIVALES_SURES = 0.02;
const SUR = 4;

/** Chaque personne n'est-elle qu'une fois dans chaque liste ? Une fiche y aurait rarement deux réponses sûres. */
function isUnPourUn(paires: readonly PaireJugee[]): boolean {
  const sures = paires.filter(({ points }) => points >= SUR);
  const parts = [sures.map(({ a }) => a), sures.map(({ b }) => b)].map(
    (rangs) => 1 - new Set(rangs).size / Math.max(1, rangs.length),
  );
  return parts.every((part) => part <= PART_DE_RIVALES_SURES);
}

/** Une personne n'est qu'une fois dans l'autre liste : ce qui convient à une fiche ôte de la force à ses rivales. */
function applyConcurrence(paires: PaireJugee[]): PaireJugee[] {
  if (!isUnPourUn(paires)) return paires;
  const [parA, parB] = [new Map<number, number>(), new Map<number, number>()];
  for (const { a, b, points } of paires) {
    parA.set(a, (parA.get(a) ?? 0) + 2 ** points);
    parB.set(b, (parB.get(b) ?? 0) + 2 ** points);
  }
  return paires.map((paire) => {
    const rivales = (parA.get(paire.a) ?? 0) + (parB.get(paire.b) ?? 0) - 2 * 2 ** paire.points;
    const points = -Math.log2(1 + Math.max(0, rivales));
    return points < -0.05 ? addRaison(paire, { texte: 'une autre fiche convient aussi', points }) : paire;
  });
}

const TOURS_DE_RELAIS = 3;

/** Dans une seule liste, deux fiches reliées par une troisième. */
function applyRelais(
  paires: PaireJugee[],
  a: readonly IdentitePreparee[],
  reperes: Reperes,
  appris: Appris,
): PaireJugee[] {
  const parCle = new Map(paires.map((paire) => [`${paire.a} ${paire.b}`, paire]));
  const getPaire = (x: number, y: number): PaireJugee => {
    const cle = `${x} ${y}`;
    const connue = parCle.get(cle);
    if (connue) return connue;
    const accords = listPaireAccords({ a: x, b: y }, a, a, reperes);
    const nouvelle = { a: x, b: y, accords, points: computePoints(accords, appris), autres: [] };
    parCle.set(cle, nouvelle);
    return nouvelle;
  };
  for (let tour = 0; tour < TOURS_DE_RELAIS; tour += 1) {
    const liens = [...parCle.values()].filter(({ points }) => points >= 0);
    const relais = listRelais(
      liens,
      (x, y) => getPaire(x, y).points,
      (x, y, par) => computeContraires(getPaire(x, y).accords, listChamps(a[par])),
    );
    for (const { a: x, b: y, points } of relais) {
      const paire = getPaire(x, y);
      parCle.set(
        `${x} ${y}`,
        addRaison(paire, { texte: 'une troisième fiche les relie', points: points - paire.points }),
      );
    }
    if (relais.length === 0) break;
  }
  return [...parCle.values()];
}

function listChamps(fiche: IdentitePreparee | undefined): Set<Accord['champ']> {
  const champs: Accord['champ'][] = [];
  if (fiche?.nom) champs.push('nom');
  if (fiche?.prenom) champs.push('prenom');
  if (fiche?.date) champs.push('dateNaissance');
  if (fiche?.sexe) champs.push('sexe');
  if (fiche?.adresse) champs.push('adresse');
  if (fiche?.lieu.codePostal || fiche?.lieu.commune) champs.push('lieu');
  if (fiche?.telephone) champs.push('telephone');
  return new Set(champs);
}

function addRaison(paire: PaireJugee, raison: Raison): PaireJugee {
  const autres = paire.autres.filter(({ texte }) => texte !== raison.texte);
  const deja = paire.autres.find(({ texte }) => texte === raison.texte)?.points ?? 0;
  return {
    ...paire,
    points: paire.points + raison.points,
    autres: [...autres, { ...raison, points: raison.points + deja }],
  };
}
