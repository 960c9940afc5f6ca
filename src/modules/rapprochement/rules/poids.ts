/**
 * Ce que pèse chaque accord, en points : le logarithme (base 2) de ses chances chez une même personne, `memes`, sur ses
 * chances entre deux personnes prises au hasard. La méthode est celle de Fellegi et Sunter (1969), avec des degrés d'accord
 * et la rareté des valeurs.
 */
import type { AccordAdresse, AccordLieu, AccordTelephone } from './accord-coordonnees.ts';
import type { AccordDate } from './accord-date.ts';
import type { AccordNom } from './accord-nom.ts';
import type { NomLu } from './nom-lu.ts';
import type { Reperes, ReperesDeNom } from './reperes.ts';

/** Fiches d'une même personne : sur cent, combien ont leurs noms dans cet accord. */
const MEMES_NOM: Record<AccordNom, number> = {
  meme: 0.8,
  ecriture: 0.6,
  particule: 0.4,
  ordre: 0.4,
  prononciation: 0.03,
  transcription: 0.008,
  diminutif: 0.001,
  'une-lettre': 0.06,
  partie: 0.02,
  'deux-lettres': 0.02,
  abrege: 0.005,
  proche: 0.015,
  lointain: 0.012,
  different: 0.01,
};
const MEMES_PRENOM: Record<AccordNom, number> = { ...MEMES_NOM, diminutif: 0.015, abrege: 0.008 };

/** Part de chaque façon d'écrire un même nom. */
const EGALITES = { meme: 0.74, ecriture: 0.03, particule: 0.01, ordre: 0.01 };
/** Accords où les deux écrivent le même nom : leur hasard est la fréquence de ce nom. */
const EGAUX: ReadonlySet<AccordNom> = new Set(['meme', 'ecriture', 'particule', 'ordre']);
/** Accords où l'un des deux est une faute : si les deux sont des noms répandus, ce n'en est sans doute pas une. */
const FAUTES: ReadonlySet<AccordNom> = new Set([
  'une-lettre',
  'deux-lettres',
  'proche',
  'lointain',
  'partie',
  'abrege',
]);
/** Fréquence à partir de laquelle un nom est tenu pour un vrai nom, pas pour la faute d'un autre. */
const NOM_ATTESTE = 0.0004;

export function computePointsDeNom(
  accord: AccordNom,
  a: NomLu,
  b: NomLu,
  reperes: ReperesDeNom,
  prenom: boolean,
): number {
  const memes = (prenom ? MEMES_PRENOM : MEMES_NOM)[accord];
  const [fa, fb] = [reperes.frequence(a), reperes.frequence(b)];
  if (EGAUX.has(accord)) return Math.log2(memes / Math.max(fa, fb));
  const attestes = Math.min(fa, fb) / NOM_ATTESTE;
  if (accord === 'prononciation')
    return Math.log2(
      memes / Math.max(reperes.frequencePrononcee(a), reperes.frequencePrononcee(b), reperes.hasard(accord, a, b) / 3),
    );
  if (accord === 'different') return Math.log2(memes / Math.min(5, 1 + attestes) / reperes.hasard(accord, a, b));
  const hasard = Math.max(reperes.hasard(accord, a, b), memes * (fa + fb));
  return Math.log2(memes / hasard / (FAUTES.has(accord) ? 1 + attestes : 1));
}

const MEMES_DATE: Record<AccordDate, number> = {
  meme: 0.87,
  'jour-mois': 0.008,
  'un-chiffre': 0.05,
  'chiffres-croises': 0.012,
  'jour-ou-mois': 0.012,
  annee: 0.012,
  'deux-chiffres': 0.02,
  'meme-annee': 0.006,
  different: 0.008,
  'annee-et-mois': 0.95,
  'annee-seule': 0.95,
  'annee-voisine': 0.03,
};

export function computePointsDeDate(accord: AccordDate, date: string, reperes: Reperes): number {
  const { jours, frequenceDate, hasardDesDates } = reperes;
  const hasard = accord === 'meme' ? Math.max(1 / jours, frequenceDate(date)) : hasardDesDates[accord];
  return Math.log2(MEMES_DATE[accord] / hasard);
}

export function computePointsDeSexe(meme: boolean): number {
  return Math.log2((meme ? 0.98 : 0.02) / 0.5);
}

const MEMES_ADRESSE: Record<AccordAdresse, number> = { meme: 0.65, proche: 0.15, 'meme-rue': 0.05, different: 0.15 };

export function computePointsDAdresse(accord: AccordAdresse, texte: string, rue: string, reperes: Reperes): number {
  const hasards: Record<AccordAdresse, number> = {
    meme: reperes.frequenceAdresse(texte),
    proche: Math.max(0.0004, reperes.frequenceAdresse(texte)),
    'meme-rue': Math.max(0.001, reperes.frequenceRue(rue)),
    different: 0.99,
  };
  return Math.log2(MEMES_ADRESSE[accord] / hasards[accord]);
}

const MEMES_LIEU: Record<AccordLieu, number> = {
  meme: 0.8,
  'code-postal': 0.06,
  commune: 0.06,
  proche: 0.03,
  departement: 0.03,
  different: 0.05,
};
const HASARD_LIEU: Record<Exclude<AccordLieu, 'meme'>, number> = {
  'code-postal': 0.004,
  commune: 0.004,
  proche: 0.004,
  departement: 0.2,
  different: 0.8,
};

export function computePointsDeLieu(accord: AccordLieu, frequence: number): number {
  return Math.log2(MEMES_LIEU[accord] / (accord === 'meme' ? frequence : HASARD_LIEU[accord]));
}

const MEMES_TELEPHONE: Record<AccordTelephone, number> = { meme: 0.7, 'un-chiffre': 0.06, different: 0.24 };

export function computePointsDeTelephone(accord: AccordTelephone, frequence: number): number {
  const hasards: Record<AccordTelephone, number> = { meme: frequence, 'un-chiffre': 0.0001, different: 1 };
  return Math.log2(MEMES_TELEPHONE[accord] / hasards[accord]);
}

/** Part supposée de chaque accord chez une même personne, les écritures d'un même nom réunies sous l'accord « meme ». */
export const PARTS_SUPPOSEES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    nom: { ...MEMES_NOM, ...EGALITES },
    prenom: { ...MEMES_PRENOM, ...EGALITES },
    dateNaissance: MEMES_DATE,
    adresse: MEMES_ADRESSE,
    lieu: MEMES_LIEU,
    telephone: MEMES_TELEPHONE,
  }).flatMap(([champ, parts]) => Object.entries(parts).map(([accord, part]) => [`${champ} ${accord}`, part])),
);
