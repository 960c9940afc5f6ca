/** Ce que deux identités ont en commun, champ par champ, et ce que chaque accord pèse. */
import {
  type AccordAdresse,
  type AccordLieu,
  type AccordTelephone,
  compareAdresses,
  compareLieux,
  compareTelephones,
} from './accord-coordonnees.ts';
import { type AccordDate, compareDates } from './accord-date.ts';
import { type AccordNom, compareNoms } from './accord-nom.ts';
import type { IdentitePreparee } from './identite-preparee.ts';
import type { NomLu } from './nom-lu.ts';
import {
  computePointsDAdresse,
  computePointsDeDate,
  computePointsDeLieu,
  computePointsDeNom,
  computePointsDeSexe,
  computePointsDeTelephone,
} from './poids.ts';
import { formatLieu, type Reperes, type ReperesDeNom } from './reperes.ts';

export type Accord =
  | { champ: 'nom'; accord: AccordNom; usage: boolean; points: number }
  | { champ: 'prenom'; accord: AccordNom; points: number }
  | { champ: 'inversion'; accord: 'croises' | 'une-case'; points: number }
  | { champ: 'dateNaissance'; accord: AccordDate; points: number }
  | { champ: 'sexe'; accord: 'meme' | 'different'; points: number }
  | { champ: 'adresse'; accord: AccordAdresse; points: number }
  | { champ: 'lieu'; accord: AccordLieu; points: number }
  | { champ: 'telephone'; accord: AccordTelephone; points: number };

// Ce que coûte une explication moins simple.
const PAR_NOM_USAGE = -1.5;
const CROISES = -6;
const UNE_CASE = -3;

/** Un champ absent d'un côté ne dit rien : il n'est pas de la liste. */
export function listAccords(a: IdentitePreparee, b: IdentitePreparee, reperes: Reperes): Accord[] {
  const accords = listAccordsDeNom(a, b, reperes);
  if (a.date && b.date) {
    const accord = compareDates(a.date, b.date);
    const points = computePointsDeDate(accord, a.date.annee + a.date.mois + a.date.jour, reperes);
    accords.push({ champ: 'dateNaissance', accord, points });
  }
  if (a.sexe !== '' && b.sexe !== '') {
    const meme = a.sexe === b.sexe;
    accords.push({ champ: 'sexe', accord: meme ? 'meme' : 'different', points: computePointsDeSexe(meme) });
  }
  return addCoordonnees(accords, a, b, reperes);
}

function addCoordonnees(accords: Accord[], a: IdentitePreparee, b: IdentitePreparee, reperes: Reperes): Accord[] {
  if (a.adresse && b.adresse) {
    const accord = compareAdresses(a.adresse, b.adresse);
    const points = computePointsDAdresse(accord, a.adresse.texte, a.adresse.rue, reperes);
    accords.push({ champ: 'adresse', accord, points });
  }
  const lieu = compareLieux(a.lieu, b.lieu);
  if (lieu) {
    const frequence = reperes.frequenceLieu(formatLieu(a.lieu.codePostal, a.lieu.commune));
    accords.push({ champ: 'lieu', accord: lieu, points: computePointsDeLieu(lieu, frequence) });
  }
  if (a.telephone !== '' && b.telephone !== '') {
    const accord = compareTelephones(a.telephone, b.telephone);
    const points = computePointsDeTelephone(accord, reperes.frequenceTelephone(a.telephone));
    accords.push({ champ: 'telephone', accord, points });
  }
  return accords;
}

/** L'explication la plus forte : chaque nom à sa place, nom et prénom croisés, ou tout dans une case. */
function listAccordsDeNom(a: IdentitePreparee, b: IdentitePreparee, reperes: Reperes): Accord[] {
  const droits = [...listDeNom(a, b, reperes), ...listDePrenom(a.prenom, b.prenom, reperes.prenom)];
  // Deux noms qui s'accordent à leur place ne s'expliquent pas mieux autrement.
  if (droits.length === 2 && droits.every(({ points }) => points > 0)) return droits;
  const autres = [...listCroises(a, b, reperes), ...listUneCase(a, b, reperes), ...listUneCase(b, a, reperes)];
  return autres.reduce((meilleurs, accords) => (sum(accords) > sum(meilleurs) ? accords : meilleurs), droits);
}

function listDeNom(a: IdentitePreparee, b: IdentitePreparee, { nom: reperes }: Reperes): Accord[] {
  if (!a.nom || !b.nom) return [];
  const droit = buildAccordDeNom(a.nom, b.nom, reperes, false);
  if (!a.nomUsage && !b.nomUsage) return [droit];
  const parUsage = [
    [a.nomUsage, b.nom],
    [a.nom, b.nomUsage],
    [a.nomUsage, b.nomUsage],
  ].flatMap(([x, y]) => (x && y ? [buildAccordDeNom(x, y, reperes, true)] : []));
  return [parUsage.reduce((meilleur, accord) => (accord.points > meilleur.points ? accord : meilleur), droit)];
}

function buildAccordDeNom(a: NomLu, b: NomLu, reperes: ReperesDeNom, usage: boolean): Accord & { champ: 'nom' } {
  const accord = compareNoms(a, b);
  const points = computePointsDeNom(accord, a, b, reperes, false) + (usage ? PAR_NOM_USAGE : 0);
  return { champ: 'nom', accord, usage, points };
}

function listDePrenom(a: NomLu | null, b: NomLu | null, reperes: ReperesDeNom): Accord[] {
  if (!a || !b) return [];
  const accord = compareNoms(a, b);
  return [{ champ: 'prenom', accord, points: computePointsDeNom(accord, a, b, reperes, true) }];
}

function listCroises(a: IdentitePreparee, b: IdentitePreparee, reperes: Reperes): Accord[][] {
  const nom = a.nom && b.prenom ? [{ ...buildAccordDeNom(a.nom, b.prenom, pickPlusFrequent(reperes), false) }] : [];
  const prenom = listDePrenom(a.prenom, b.nom, pickPlusFrequent(reperes));
  if (nom.length + prenom.length === 0) return [];
  return [[...nom, ...prenom, { champ: 'inversion', accord: 'croises', points: CROISES }]];
}

/** Un nom écrit à la place d'un prénom : le plus banal des deux emplois. */
function pickPlusFrequent({ nom, prenom }: Reperes): ReperesDeNom {
  return {
    frequence: (lu) => Math.max(nom.frequence(lu), prenom.frequence(lu)),
    frequencePrononcee: (lu) => Math.max(nom.frequencePrononcee(lu), prenom.frequencePrononcee(lu)),
    hasard: prenom.hasard,
  };
}

function listUneCase(a: IdentitePreparee, b: IdentitePreparee, { nom, prenom }: Reperes): Accord[][] {
  const [nomB, prenomB] = [b.nom, b.prenom];
  if (!nomB || !prenomB) return [];
  return a.coupes.map((coupe) => [
    buildAccordDeNom(coupe.nom, nomB, nom, false),
    ...listDePrenom(coupe.prenom, prenomB, prenom),
    { champ: 'inversion', accord: 'une-case', points: UNE_CASE } as const,
  ]);
}

function sum(accords: readonly Accord[]): number {
  return accords.reduce((somme, { points }) => somme + points, 0);
}
