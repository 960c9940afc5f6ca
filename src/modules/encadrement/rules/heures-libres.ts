/**
 * Les heures que l'on peut encore offrir (IND-28).
 *
 * Ce que dit le texte : jamais plus d'enfants que la capacité du moment (CAP-04), ni que l'effectif prévu n'en permet (R2324-43, CAP-08).
 * Comment il est lu ici : à chaque quart d'heure, la moindre des deux marges : les places, et ce que les professionnels prévus tiennent
 * encore selon le rapport de la crèche ; des marcheurs, ou des non-marcheurs qui pèsent davantage. Une plage plus courte que deux heures
 * (réglage du département) ne s'offre pas. Les deux offres ne s'additionnent pas : c'est l'une ou l'autre. Section par section, les autres
 * gardent chacune leurs professionnels ; le plancher se vérifie ensuite, pour toute la crèche : c'est le plus grand nombre qui le tient. Une
 * micro-crèche où un seul suffit jusqu'à trois enfants s'offre donc jusqu'au troisième (CAP-11b).
 * Non traité : le surnombre, que l'on n'offre pas d'avance ; les places de chaque section.
 */
import { PAS, type Plage } from '#shared/quart-d-heure.ts';
import type { CrecheOuverte, Journee, Serie } from '../prevision.ts';
import { type Bareme, getBareme } from './bareme.ts';
import {
  computeManquants,
  computePlafond,
  computePlancher,
  computePoids,
  computeTenue,
  type Presents,
} from './effectif-requis.ts';

export type HeuresLibres = Plage & Readonly<{ places: number }>;
export type Marche = 'MARCHEURS' | 'NON_MARCHEURS';

type Regle = Pick<CrecheOuverte, 'methode' | 'agregation' | 'places'>;

/** Combien d'enfants de plus, à chaque quart d'heure ; `sectionId` : la section qui les prendrait. */
export function computeMarges(regle: Regle, journee: Journee, marche: Marche, sectionId: string | null): Serie {
  const bareme = getBareme(journee.jour);
  const pesees = {
    nm: computePoids(regle.methode, { nm: 1, m: 0 }, bareme),
    m: computePoids(regle.methode, { nm: 0, m: 1 }, bareme),
  };
  const parEnfant = marche === 'MARCHEURS' ? pesees.m : pesees.nm;
  const marges = new Int16Array(journee.nombre);
  for (let quart = 0; quart < journee.nombre; quart += 1) {
    const enfants = (journee.nm[quart] ?? 0) + (journee.m[quart] ?? 0);
    const places = (journee.capacite[quart] ?? 0) - enfants;
    const tenus = computeTenus(regle, journee, { quart, sectionId, pesees, parEnfant }, bareme);
    marges[quart] = Math.max(0, Math.min(places, tenus));
  }
  return marges;
}

type Ajout = Readonly<{ quart: number; sectionId: string | null; pesees: Presents; parEnfant: number }>;

/** Combien d'enfants les professionnels prévus tiennent encore. */
function computeTenus(
  regle: Regle,
  journee: Journee,
  { quart, sectionId, pesees, parEnfant }: Ajout,
  bareme: Bareme,
): number {
  const prevus = journee.prevus[quart] ?? 0;
  const tenue = computeTenue(regle.methode, bareme);
  let enfants = 0;
  let pese = 0;
  let autres = 0;
  for (const groupe of journee.groupes) {
    const nm = groupe.nm[quart] ?? 0;
    const m = groupe.m[quart] ?? 0;
    const sien = pesees.nm * nm + pesees.m * m;
    enfants += nm + m;
    if (regle.agregation === 'ETABLISSEMENT' || groupe.sectionId === sectionId) pese += sien;
    else autres += computePlafond(sien, tenue);
  }
  for (let nombre = Math.floor(((prevus - autres) * tenue - pese) / parEnfant); nombre > 0; nombre -= 1) {
    const plancher = computePlancher(enfants + nombre, regle.places, bareme);
    if (computeManquants(plancher.total, plancher.cat1, prevus, journee.prevusCat1[quart] ?? 0) === 0) return nombre;
  }
  return 0;
}

/**
 * Les plages où offrir tant de places d'un bout à l'autre : la plus longue d'abord, puis ce qui reste au-dessus d'elle, tant que
 * cela dure assez.
 */
export function listHeuresLibres({ ouvre }: Pick<Journee, 'ouvre'>, marges: Serie, dureeMin: number): HeuresLibres[] {
  const minimum = computePlafond(dureeMin, PAS);
  const restes = Int16Array.from(marges);
  const libres: HeuresLibres[] = [];
  for (let de = 0; de < restes.length; de += 1) {
    if ((restes[de] ?? 0) <= 0) continue;
    let a = de;
    while (a < restes.length && (restes[a] ?? 0) > 0) a += 1;
    if (a - de < minimum) {
      restes.fill(0, de, a);
      continue;
    }
    const places = Math.min(...restes.subarray(de, a));
    libres.push({ debut: ouvre + de * PAS, fin: ouvre + a * PAS, places });
    for (let quart = de; quart < a; quart += 1) restes[quart] = (restes[quart] ?? 0) - places;
    de -= 1;
  }
  return libres.toSorted((x, y) => x.debut - y.debut || y.fin - x.fin);
}
