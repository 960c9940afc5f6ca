/**
 * Jours comptés en entiers depuis le 1er janvier 1970 : le générateur fait des centaines de milliers de calculs de
 * dates, que des objets rendraient trop lents. Algorithme grégorien usuel (ères de 400 ans).
 */
export type Numero = number;

export function parseNumero(jour: string): Numero {
  const [a = 1970, mois = 1, quantieme = 1] = jour.split('-').map(Number);
  const annee = mois <= 2 ? a - 1 : a;
  const ere = Math.floor(annee / 400);
  const anneeDansEre = annee - ere * 400;
  const jourDansAnnee = Math.floor((153 * (mois > 2 ? mois - 3 : mois + 9) + 2) / 5) + quantieme - 1;
  const jourDansEre =
    anneeDansEre * 365 + Math.floor(anneeDansEre / 4) - Math.floor(anneeDansEre / 100) + jourDansAnnee;
  return ere * 146_097 + jourDansEre - 719_468;
}

export function formatNumero(n: Numero): string {
  const z = n + 719_468;
  const ere = Math.floor(z / 146_097);
  const jourDansEre = z - ere * 146_097;
  const anneeDansEre = Math.floor(
    (jourDansEre -
      Math.floor(jourDansEre / 1460) +
      Math.floor(jourDansEre / 36_524) -
      Math.floor(jourDansEre / 146_096)) /
      365,
  );
  const jourDansAnnee =
    jourDansEre - (365 * anneeDansEre + Math.floor(anneeDansEre / 4) - Math.floor(anneeDansEre / 100));
  const mp = Math.floor((5 * jourDansAnnee + 2) / 153);
  const mois = mp < 10 ? mp + 3 : mp - 9;
  const annee = anneeDansEre + ere * 400 + (mois <= 2 ? 1 : 0);
  const quantieme = jourDansAnnee - Math.floor((153 * mp + 2) / 5) + 1;
  return `${annee}-${String(mois).padStart(2, '0')}-${String(quantieme).padStart(2, '0')}`;
}

/** 1 = lundi … 7 = dimanche. */
export const computeJourSemaine = (n: Numero): number => ((((n + 3) % 7) + 7) % 7) + 1;

/** Le jour ouvré (lundi au vendredi) le plus proche en avançant. */
export const computeJourOuvre = (n: Numero): Numero =>
  n + Math.max(0, 8 - computeJourSemaine(n)) * (computeJourSemaine(n) > 5 ? 1 : 0);

export const computeAnnee = (n: Numero): number => Number(formatNumero(n).slice(0, 4));

/** Même quantième `ans` années plus tard ; le 29 février devient le 28. */
export function addAnnees(n: Numero, ans: number): Numero {
  const [a, m, q] = formatNumero(n).split('-') as [string, string, string];
  return parseNumero(`${Number(a) + ans}-${m}-${m === '02' && q === '29' ? '28' : q}`);
}

/** Âge révolu en années au jour donné. */
export function computeAge(naissance: Numero, le: Numero): number {
  const ans = computeAnnee(le) - computeAnnee(naissance);
  return addAnnees(naissance, ans) > le ? ans - 1 : ans;
}

/** Même quantième `mois` plus tard, ou le dernier jour du mois s'il n'y est pas. */
export function addMois(n: Numero, mois: number): Numero {
  const [a = 1970, m = 1, q = 1] = formatNumero(n).split('-').map(Number);
  const rang = a * 12 + m - 1 + mois;
  const premier = (r: number) => parseNumero(`${Math.floor(r / 12)}-${(r % 12) + 1}-1`);
  return Math.min(premier(rang) + q - 1, premier(rang + 1) - 1);
}
