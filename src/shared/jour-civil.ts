/**
 * Le jour civil : une date du calendrier, sans heure ni fuseau, écrite « 2026-11-21 ».
 * L'ordre alphabétique de ces textes est l'ordre des jours ; ils traversent SQL, JSON et les formulaires sans se déplacer.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Schéma strict : « AAAA-MM-JJ », jour qui existe. Pour ce que les gens tapent, voir `jourCivilSaisi`. */
export const JourCivil = z
  .string({ error: 'Indiquez une date.' })
  .refine(isJourDuCalendrier, { error: 'Indiquez une date qui existe, par exemple 21/11/2026.' })
  .meta({ format: 'date' })
  .brand<'JourCivil'>();
export type JourCivil = z.infer<typeof JourCivil>;

/** Rang dans la semaine : 1 lundi … 7 dimanche (ISO 8601). */
export type JourDeSemaine = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Fuseau unique du produit (TPS-01). */
export const FUSEAU = 'Europe/Paris';

/** Vrai si le texte est un jour réel écrit « AAAA-MM-JJ ». */
export function isJourCivil(texte: string): texte is JourCivil {
  return isJourDuCalendrier(texte);
}

function isJourDuCalendrier(texte: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texte)) return false;
  const [annee, mois, quantieme] = parts(texte);
  return mois >= 1 && mois <= 12 && quantieme >= 1 && quantieme <= dernierQuantieme(annee, mois);
}

/** Jour civil d'un texte ISO sûr (constante, base de données). Lève `RangeError` s'il n'existe pas. */
export function jourCivil(texte: string): JourCivil {
  if (!isJourCivil(texte)) throw new RangeError(`« ${texte} » n'est pas un jour du calendrier (AAAA-MM-JJ).`);
  return texte;
}

/** Jour civil à Paris d'un instant ISO 8601 avec décalage ou « Z » (TPS-01). Lève `RangeError` si le texte est illisible. */
export function jourCivilDeInstant(instant: string): JourCivil {
  return jourCivil(Temporal.Instant.from(instant).toZonedDateTimeISO(FUSEAU).toPlainDate().toString());
}

/** Le jour `n` jours plus tard (plus tôt si `n` est négatif). */
export function addJours(jour: JourCivil, n: number): JourCivil {
  const [annee, mois, quantieme] = parts(jour);
  const vise = quantieme + n;
  // La veille et le lendemain, que les règles demandent sans cesse, sont presque toujours du même mois.
  if (vise >= 1 && vise <= 28) return buildJour(annee, mois, vise);
  return jourDeRang(computeRang(jour) + n);
}

/** Même quantième `n` mois plus tard ; à défaut, le dernier jour du mois (31 janvier + 1 mois = 28 ou 29 février). */
export function addMois(jour: JourCivil, n: number): JourCivil {
  const [annee, mois, quantieme] = parts(jour);
  const rang = annee * 12 + (mois - 1) + n;
  const cible = Math.floor(rang / 12);
  const moisCible = rang - cible * 12 + 1;
  return buildJour(cible, moisCible, Math.min(quantieme, dernierQuantieme(cible, moisCible)));
}

/** Même jour `n` ans plus tard ; le 29 février devient le 28 les années communes. */
export function addAns(jour: JourCivil, n: number): JourCivil {
  return addMois(jour, n * 12);
}

/** Nombre de jours de `debut` à `fin` : 0 le même jour, négatif si `fin` précède. */
export function differenceEnJours(debut: JourCivil, fin: JourCivil): number {
  return computeRang(fin) - computeRang(debut);
}

/** Ordre des jours, pour `sort` : -1, 0 ou 1. */
export function compareJours(a: JourCivil, b: JourCivil): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 1 lundi … 7 dimanche. */
export function jourDeSemaine(jour: JourCivil): JourDeSemaine {
  // Le 1er janvier 1970 était un jeudi.
  const rang = (computeRang(jour) + 3) % 7;
  return ((rang < 0 ? rang + 7 : rang) + 1) as JourDeSemaine;
}

/** Jour où la personne née un 29 février prend un an de plus, les années communes (TPS-07, paramètre du département). */
export type Anniversaire29Fevrier = '28-fevrier' | '1er-mars';

/** Jour où la personne a `age` ans accomplis : `anniversaire(naissance, 18)` est le jour de la majorité (C. civ. 388). */
export function anniversaire(
  naissance: JourCivil,
  age: number,
  regle: Anniversaire29Fevrier = '28-fevrier',
): JourCivil {
  const jour = addAns(naissance, age);
  return regle === '1er-mars' && naissance.endsWith('-02-29') && jour.endsWith('-02-28') ? addJours(jour, 1) : jour;
}

/** Âge en années accomplies au jour de référence (TPS-07). Lève `RangeError` avant la naissance. */
export function ageRevolu(
  naissance: JourCivil,
  reference: JourCivil,
  regle: Anniversaire29Fevrier = '28-fevrier',
): number {
  if (reference < naissance) throw new RangeError(`Le ${reference} précède la naissance (${naissance}).`);
  const age = Number(reference.slice(0, 4)) - Number(naissance.slice(0, 4));
  return anniversaire(naissance, age, regle) > reference ? age - 1 : age;
}

// L'arithmétique est faite ici sur des entiers, trente fois plus vite que par Temporal, auquel les tests la comparent :
// une liste ou le jeu de démonstration en demande des millions.

const ZERO = '0'.charCodeAt(0);

/** Chiffre par chiffre : couper le texte puis le relire en nombres prend cinq fois plus longtemps. */
function parts(jour: string): [annee: number, mois: number, quantieme: number] {
  const chiffre = (rang: number) => jour.charCodeAt(rang) - ZERO;
  return [
    chiffre(0) * 1000 + chiffre(1) * 100 + chiffre(2) * 10 + chiffre(3),
    chiffre(5) * 10 + chiffre(6),
    chiffre(8) * 10 + chiffre(9),
  ];
}

/** Les jours déjà écrits, de 1900 à 2100 : une nuit demande des millions de fois les mêmes quelques milliers. */
const ECRITS: (JourCivil | undefined)[] = Array.from({ length: 200 * 12 * 31 });

function buildJour(annee: number, mois: number, quantieme: number): JourCivil {
  const rang = ((annee - 1900) * 12 + mois - 1) * 31 + quantieme - 1;
  const connu = ECRITS[rang];
  if (connu !== undefined) return connu;
  if (annee < 0 || annee > 9999) throw new RangeError(`L'année ${annee} n'est pas sur quatre chiffres.`);
  const ecrit =
    `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(quantieme).padStart(2, '0')}` as JourCivil;
  if (rang >= 0 && rang < ECRITS.length) ECRITS[rang] = ecrit;
  return ecrit;
}

/** Jours depuis le 1er janvier 1970. L'année est comptée de mars à février : le jour bissextile y est le dernier. */
function computeRang(jour: JourCivil): number {
  const [civile, mois, quantieme] = parts(jour);
  const annee = mois <= 2 ? civile - 1 : civile;
  const joursAvantMois = Math.floor((153 * ((mois + 9) % 12) + 2) / 5);
  const bissextiles = Math.floor(annee / 4) - Math.floor(annee / 100) + Math.floor(annee / 400);
  return annee * 365 + bissextiles + joursAvantMois + quantieme - 1 - 719_468;
}

/** Inverse de `computeRang` : siècles de 400 ans, puis année, puis mois depuis mars. */
function jourDeRang(rang: number): JourCivil {
  const depuisMars = rang + 719_468;
  const ere = Math.floor(depuisMars / 146_097);
  const dansEre = depuisMars - ere * 146_097;
  const anneeDansEre = Math.floor(
    (dansEre - Math.floor(dansEre / 1_460) + Math.floor(dansEre / 36_524) - Math.floor(dansEre / 146_096)) / 365,
  );
  const dansAnnee = dansEre - (365 * anneeDansEre + Math.floor(anneeDansEre / 4) - Math.floor(anneeDansEre / 100));
  const moisDepuisMars = Math.floor((5 * dansAnnee + 2) / 153);
  const mois = ((moisDepuisMars + 2) % 12) + 1;
  const quantieme = dansAnnee - Math.floor((153 * moisDepuisMars + 2) / 5) + 1;
  return buildJour(ere * 400 + anneeDansEre + (mois <= 2 ? 1 : 0), mois, quantieme);
}

function dernierQuantieme(annee: number, mois: number): number {
  if (mois === 2) return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(mois) ? 30 : 31;
}
