/** À quel point deux adresses, deux lieux, deux téléphones sont les mêmes. */
import type { AdresseLue } from './coordonnees-lues.ts';
import { computeEcart, computeProximite } from './distance.ts';

export type AccordAdresse = 'meme' | 'proche' | 'meme-rue' | 'different';
export type AccordLieu = 'meme' | 'code-postal' | 'commune' | 'proche' | 'departement' | 'different';
export type AccordTelephone = 'meme' | 'un-chiffre' | 'different';

/** La commune et le code postal disent le même fait : ils se comparent ensemble, une fois. */
export type LieuLu = { readonly codePostal: string; readonly commune: string };

export function compareAdresses(a: AdresseLue, b: AdresseLue): AccordAdresse {
  if (a.rue === b.rue) return a.numero === b.numero ? 'meme' : 'meme-rue';
  const ruesVoisines =
    computeEcart(a.rue, b.rue, 2) <= (Math.min(a.rue.length, b.rue.length) >= 6 ? 2 : 1) ||
    computeProximite(a.rue, b.rue) >= 0.9 ||
    countCommuns(a.mots, b.mots) >= 0.5;
  if (!ruesVoisines) return 'different';
  return a.numero === b.numero || computeEcart(a.numero, b.numero, 1) <= 1 ? 'proche' : 'meme-rue';
}

/** Part des mots de la plus courte que l'autre contient. */
function countCommuns(a: readonly string[], b: readonly string[]): number {
  const [court, long] = a.length <= b.length ? [a, b] : [b, a];
  const communs = court.filter((mot) => mot.length >= 3 && long.includes(mot)).length;
  return communs / Math.max(1, court.length, long.length / 1.5);
}

/** Nul si les deux ne disent rien du même genre. */
export function compareLieux(a: LieuLu, b: LieuLu): AccordLieu | null {
  const codes = a.codePostal !== '' && b.codePostal !== '';
  const communes = a.commune !== '' && b.commune !== '';
  if (!codes && !communes) return null;
  const memeCode = codes && a.codePostal === b.codePostal;
  const memeCommune = communes && a.commune === b.commune;
  if ((memeCode || !codes) && (memeCommune || !communes)) return 'meme';
  if (memeCode) return 'code-postal';
  if (memeCommune) return 'commune';
  const codeVoisin = codes && computeEcart(a.codePostal, b.codePostal, 1) === 1;
  const communeVoisine = communes && computeProximite(a.commune, b.commune) >= 0.87;
  if ((codeVoisin || !codes) && (communeVoisine || !communes)) return 'proche';
  if (communeVoisine) return 'commune';
  return codes && a.codePostal.slice(0, 2) === b.codePostal.slice(0, 2) ? 'departement' : 'different';
}

export function compareTelephones(a: string, b: string): AccordTelephone {
  if (a === b) return 'meme';
  return computeEcart(a, b, 1) === 1 ? 'un-chiffre' : 'different';
}
