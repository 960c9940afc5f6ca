/**
 * Les heures du référent « santé et accueil inclusif », faites face à celles qui sont dues (CAP-18, IND-26).
 *
 * Ce que dit le texte : des heures par an selon la catégorie, dont une part chaque trimestre (R2324-39, R2324-46-2).
 * Comment il est lu ici : le trimestre est celui de l'année civile. Des heures en plus un trimestre comptent dans l'année, jamais dans un
 * autre trimestre. Pour une période plus courte que l'année, un douzième de l'année est dû par mois : une lecture, pour ne pas attendre
 * décembre. Au-delà de soixante places le texte ajoute des heures à l'année ; la part du trimestre reste ici celle de la catégorie.
 * Non traité : une crèche qui ouvre, ferme ou change de catégorie en cours de trimestre ; qui a fait ces heures, et lesquelles de ses missions.
 */
import { computeCategorie, computeExigences } from '#modules/eaje/index.ts';
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { HeuresSante } from '../referent-sante.ts';

/** La part du trimestre n'est pas lue au-delà de soixante places, ni ce qu'est un trimestre. */
export const TRIMESTRE_SANTE: TexteLegal = {
  code: 'CSP',
  article: 'R2324-46-2',
  source: 'Référentiel petite enfance, CAP-18 : heures par an, dont par trimestre ; trimestre civil à confirmer',
  confiance: 'a-confirmer',
};

/** En heures par trimestre. */
const TRIMESTRE = createDonneeDatee('heures du référent santé par trimestre', [
  {
    du: jourCivil('2021-09-01'),
    au: null,
    valeur: { MICRO: 2, PETITE: 4, CRECHE: 6, GRANDE: 8, TRES_GRANDE: 10 },
    texte: TRIMESTRE_SANTE,
  },
]);

/** Ce que ces places font devoir, en minutes ; zéro place : rien. */
export function computeDuSante(places: number, jour: JourCivil): { an: number; trimestre: number } {
  if (places <= 0) return { an: 0, trimestre: 0 };
  const an = computeExigences(places, jour).find(({ fonction }) => fonction === 'RSAI')?.du ?? 0;
  return { an: 60 * an, trimestre: 60 * TRIMESTRE.at(jour)[computeCategorie(places, jour)] };
}

/** Un mois d'une crèche : ses places, et les minutes faites. */
type MoisDeSante = Readonly<{ mois: JourCivil; places: number; santeFaites: number }>;

export type TenueSante = Readonly<{
  santeFaites: number;
  santeDues: number;
  /** Sur les trimestres civils entiers : ce qui est fait de ce qui est dû, et ce qui est dû. */
  trimestresFaites: number;
  trimestresDues: number;
}>;

/** IND-26 d'une crèche sur ces mois, un mois une ligne. */
export function computeTenueSante(mois: readonly MoisDeSante[]): TenueSante {
  const tenue = { santeFaites: 0, santeDues: 0, trimestresFaites: 0, trimestresDues: 0 };
  for (const { mois: premier, places, santeFaites } of mois) {
    tenue.santeFaites += santeFaites;
    tenue.santeDues += computeDuSante(places, premier).an / 12;
  }
  for (const [debut, siens] of Map.groupBy(mois, (m) => findTrimestre(m.mois))) {
    const dernier = siens.at(-1);
    if (siens.length < 3 || dernier === undefined) continue;
    const du = computeDuSante(dernier.places, debut).trimestre;
    tenue.trimestresDues += du;
    tenue.trimestresFaites += Math.min(du, addUp(siens.map(({ santeFaites }) => santeFaites)));
  }
  return tenue;
}

/** Le premier jour du trimestre civil de ce jour. */
function findTrimestre(jour: JourCivil): JourCivil {
  const mois = 3 * Math.floor((Number(jour.slice(5, 7)) - 1) / 3) + 1;
  return jourCivil(`${jour.slice(0, 4)}-${String(mois).padStart(2, '0')}-01`);
}

export type EtatSante = 'FAIT' | 'EN_COURS' | 'MANQUE';
export type PeriodeSante = Readonly<{ du: JourCivil; au: JourCivil; faites: number; dues: number; etat: EtatSante }>;

/** L'année civile et ses trimestres commencés, l'année d'abord. */
export function listPeriodesSante(
  annee: number,
  heures: readonly HeuresSante[],
  placesLe: (jour: JourCivil) => number,
  aujourdhui: JourCivil,
): PeriodeSante[] {
  const premier = jourCivil(`${annee}-01-01`);
  const build = (du: JourCivil, mois: 3 | 12): PeriodeSante => {
    const au = addJours(addMois(du, mois), -1);
    const exige = computeDuSante(placesLe(au < aujourdhui ? au : aujourdhui), du);
    const dues = mois === 12 ? exige.an : exige.trimestre;
    const faites = addUp(heures.filter(({ jour }) => du <= jour && jour <= au).map(({ minutes }) => minutes));
    return { du, au, faites, dues, etat: faites >= dues ? 'FAIT' : au < aujourdhui ? 'MANQUE' : 'EN_COURS' };
  };
  const trimestres = [0, 3, 6, 9].map((rang) => addMois(premier, rang)).filter((debut) => debut <= aujourdhui);
  return [build(premier, 12), ...trimestres.map((debut) => build(debut, 3))];
}

const addUp = (nombres: readonly number[]) => nombres.reduce((total, nombre) => total + nombre, 0);
