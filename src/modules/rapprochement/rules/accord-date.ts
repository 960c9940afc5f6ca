/** À quel point deux dates de naissance sont la même. */
import type { DateLue } from './date-lue.ts';
import { computeEcart } from './distance.ts';

export type AccordDate =
  | 'meme'
  | 'jour-mois'
  | 'un-chiffre'
  | 'chiffres-croises'
  | 'jour-ou-mois'
  | 'annee'
  | 'deux-chiffres'
  | 'meme-annee'
  | 'different'
  // L'une des deux est incomplète : on ne compare que ce que les deux disent.
  | 'annee-et-mois'
  | 'annee-seule'
  | 'annee-voisine';

export function compareDates(a: DateLue, b: DateLue): AccordDate {
  if (a.mois === '' || b.mois === '' || a.jour === '' || b.jour === '') return comparePartielles(a, b);
  const [x, y] = [a.annee + a.mois + a.jour, b.annee + b.mois + b.jour];
  if (x === y) return 'meme';
  const memeAnnee = a.annee === b.annee;
  if (memeAnnee && a.mois === b.jour && a.jour === b.mois) return 'jour-mois';
  const chiffres = countEcarts(x, y);
  if (chiffres === 1) return 'un-chiffre';
  if (chiffres === 2 && computeEcart(x, y, 1) === 1) return 'chiffres-croises';
  if (memeAnnee && (a.mois === b.mois || a.jour === b.jour)) return 'jour-ou-mois';
  if (a.mois === b.mois && a.jour === b.jour) return 'annee';
  if (chiffres === 2 || computeEcart(x, y, 2) <= 2) return 'deux-chiffres';
  return memeAnnee ? 'meme-annee' : 'different';
}

function comparePartielles(a: DateLue, b: DateLue): AccordDate {
  if (a.annee === b.annee) {
    if (a.mois === '' || b.mois === '') return 'annee-seule';
    return a.mois === b.mois ? 'annee-et-mois' : 'meme-annee';
  }
  return Math.abs(Number(a.annee) - Number(b.annee)) === 1 ? 'annee-voisine' : 'different';
}

function countEcarts(x: string, y: string): number {
  let ecarts = Math.abs(x.length - y.length);
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) if (x.charCodeAt(i) !== y.charCodeAt(i)) ecarts += 1;
  return ecarts;
}
