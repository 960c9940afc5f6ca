/**
 * Le barème national des participations familiales : taux d'effort, plancher et plafond de ressources, contrôle du plancher (PF-10).
 *
 * Ce que dit le texte (circulaire Cnaf 2019-005) : un taux d'effort horaire selon le nombre d'enfants à charge, appliqué aux ressources
 * mensuelles, entre un plancher et un plafond. Les taux ont monté chaque année de septembre 2019 à 2022 ; le plafond a changé en cours
 * d'année les 1er septembre 2024 et 2025. Le plancher est le RSA d'une personne seule avec un enfant, forfait logement déduit.
 * Comment il est lu ici : les taux sont tenus en dix-millièmes de pour cent, les montants en centimes mensuels, chaque version avec sa
 * source et sa confiance. Les constantes sont le passé lu ; ce qui suit se saisit (GEN-01), et l'emporte depuis sa date d'effet jusqu'au
 * barème saisi suivant, au plus jusqu'à la fin de son année. Une année qui n'est pas saisie n'a pas de barème : rien n'est prolongé en
 * silence. Qui attend la publication saisit le barème d'avant, « à confirmer » : les contrats se signent, et l'avertissement les suit.
 * Non traité : un barème saisi pour l'accueil familial ; le contrôle du plancher saisi par le RSA (PF-10), qui n'est pas saisi ; les taux de l'accueil familial entre septembre 2019 et 2021, qui n'ont pas été lus.
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, type Periode } from '#shared/periode.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { type BaremeEnregistre, computeQuotient, type ModeAccueil, PREMIER_JOUR_SAISI } from '../participation.ts';
import {
  BORNES_2018,
  BORNES_2019,
  BORNES_A_CONFIRMER,
  buildTexteSaisi,
  PLAFOND_2020,
  PLAFOND_2022,
  PLAFOND_2025,
  PLANCHER_DEDUIT,
  TAUX_2018,
  TAUX_2019,
  TAUX_FAMILIAL,
} from './textes.ts';

/** Jusqu'à ce nombre d'enfants, ce taux en dix-millièmes de pour cent. */
type Tranche = readonly [jusquA: number, taux: number];
const ET_PLUS = Number.POSITIVE_INFINITY;

function buildPeriode(du: string, au: string | null) {
  return { du: jourCivil(du), au: au === null ? null : jourCivil(au) };
}

function buildTranches(un: number, deux: number, trois: number, quatre: number, huit: number): readonly Tranche[] {
  return [
    [1, un],
    [2, deux],
    [3, trois],
    [7, quatre],
    [ET_PLUS, huit],
  ];
}

const TAUX = {
  COLLECTIF: createDonneeDatee('taux d’effort de l’accueil collectif', [
    { ...buildPeriode('2018-01-01', '2019-08-31'), valeur: buildTranches(600, 500, 400, 300, 200), texte: TAUX_2018 },
    { ...buildPeriode('2019-09-01', '2019-12-31'), valeur: buildTranches(605, 504, 403, 302, 202), texte: TAUX_2019 },
    { ...buildPeriode('2020-01-01', '2020-12-31'), valeur: buildTranches(610, 508, 406, 305, 203), texte: TAUX_2019 },
    { ...buildPeriode('2021-01-01', '2021-12-31'), valeur: buildTranches(615, 512, 410, 307, 205), texte: TAUX_2019 },
    { ...buildPeriode('2022-01-01', null), valeur: buildTranches(619, 516, 413, 310, 206), texte: TAUX_2019 },
  ]),
  FAMILIAL: createDonneeDatee<readonly Tranche[]>('taux d’effort de l’accueil familial', [
    {
      ...buildPeriode('2018-01-01', '2019-08-31'),
      valeur: [
        [1, 500],
        [2, 400],
        [5, 300],
        [ET_PLUS, 200],
      ],
      texte: TAUX_2018,
    },
    {
      ...buildPeriode('2022-01-01', null),
      valeur: [
        [1, 516],
        [2, 413],
        [5, 310],
        [ET_PLUS, 206],
      ],
      texte: TAUX_FAMILIAL,
    },
  ]),
};

const PLANCHER = createDonneeDatee('plancher de ressources', [
  { ...buildPeriode('2018-01-01', '2019-08-31'), valeur: 68_730, texte: BORNES_2018 },
  { ...buildPeriode('2019-09-01', '2019-12-31'), valeur: 70_527, texte: BORNES_2019 },
  { ...buildPeriode('2020-01-01', '2020-12-31'), valeur: 70_527, texte: PLANCHER_DEDUIT },
  { ...buildPeriode('2021-01-01', '2021-12-31'), valeur: 71_162, texte: BORNES_A_CONFIRMER },
  { ...buildPeriode('2022-01-01', '2022-12-31'), valeur: 71_233, texte: BORNES_A_CONFIRMER },
  { ...buildPeriode('2023-01-01', '2023-12-31'), valeur: 75_416, texte: BORNES_A_CONFIRMER },
  { ...buildPeriode('2024-01-01', '2024-12-31'), valeur: 76_577, texte: BORNES_A_CONFIRMER },
  { ...buildPeriode('2025-01-01', '2025-12-31'), valeur: 80_100, texte: BORNES_A_CONFIRMER },
  { ...buildPeriode('2026-01-01', '2026-12-31'), valeur: 81_462, texte: PLANCHER_DEDUIT },
]);

const PLAFOND = createDonneeDatee('plafond de ressources', [
  { ...buildPeriode('2018-01-01', '2019-08-31'), valeur: 487_462, texte: BORNES_2018 },
  { ...buildPeriode('2019-09-01', '2019-12-31'), valeur: 530_000, texte: BORNES_2019 },
  { ...buildPeriode('2020-01-01', '2020-12-31'), valeur: 560_000, texte: PLAFOND_2020 },
  { ...buildPeriode('2021-01-01', '2021-12-31'), valeur: 580_000, texte: BORNES_A_CONFIRMER },
  { ...buildPeriode('2022-01-01', '2024-08-31'), valeur: 600_000, texte: PLAFOND_2022 },
  { ...buildPeriode('2024-09-01', '2024-12-31'), valeur: 700_000, texte: PLAFOND_2022 },
  { ...buildPeriode('2025-01-01', '2025-08-31'), valeur: 700_000, texte: PLAFOND_2025 },
  { ...buildPeriode('2025-09-01', '2025-12-31'), valeur: 850_000, texte: PLAFOND_2025 },
  { ...buildPeriode('2026-01-01', '2026-12-31'), valeur: 850_000, texte: BORNES_A_CONFIRMER },
]);

/** Un barème saisi et les jours où il vaut. */
export type BaremeSaisi = Periode & {
  au: JourCivil;
  tranches: readonly Tranche[];
  plancherCentimes: number;
  plafondCentimes: number;
  texte: TexteLegal;
};
export type BaremesSaisis = readonly BaremeSaisi[];

/** Chaque barème saisi vaut jusqu'au suivant, au plus jusqu'à la fin de son année. */
export function buildBaremesSaisis(enregistres: readonly BaremeEnregistre[]): BaremesSaisis {
  const ranges = enregistres.toSorted((a, b) => (a.du < b.du ? -1 : 1));
  return ranges.map(({ du, taux, plancherCentimes, plafondCentimes, ...source }, rang) => {
    const [un, deux, trois, quatre, huit] = taux;
    const suivant = ranges[rang + 1];
    const fin = jourCivil(`${du.slice(0, 4)}-12-31`);
    const au = suivant && suivant.du <= fin ? addJours(suivant.du, -1) : fin;
    const tranches = buildTranches(un, deux, trois, quatre, huit);
    return { du, au, tranches, plancherCentimes, plafondCentimes, texte: buildTexteSaisi({ du, ...source }) };
  });
}

function findSaisi(jour: JourCivil, saisis: BaremesSaisis, mode: ModeAccueil): BaremeSaisi | undefined {
  return mode === 'COLLECTIF' ? saisis.find((saisi) => containsJour(saisi, jour)) : undefined;
}

/** Pourquoi il n'y a pas de tarif ce jour-là, et qui y remédie ; rien si le barème est saisi. */
export function findBaremeAbsent(
  jour: JourCivil,
  saisis: BaremesSaisis,
  mode: ModeAccueil = 'COLLECTIF',
): string | undefined {
  const tenues = [TAUX[mode], PLANCHER, PLAFOND];
  if (findSaisi(jour, saisis, mode)) return undefined;
  if (tenues.every(({ versions }) => versions.some((version) => containsJour(version, jour)))) return undefined;
  return `Le barème ${jour.slice(0, 4)} des participations familiales n’est pas saisi : aucun tarif ne se calcule au ${formatJour(jour, 'long')}. Qui tient « Heures et PSU » l’y saisit, « à confirmer » tant que la Cnaf ne l’a pas publié.`;
}

/** Le dernier jour que le barème couvre sans trou. */
export function findFinDuBareme(saisis: BaremesSaisis): JourCivil {
  const fins = [PLANCHER, PLAFOND].map(({ versions }) => versions.at(-1)?.au ?? PREMIER_JOUR_SAISI);
  return saisis.reduce(
    (fin, { du, au }) => (du <= addJours(fin, 1) && fin < au ? au : fin),
    fins.reduce((a, b) => (a < b ? a : b)),
  );
}

/** Le taux d'effort de ce rang ce jour, en dix-millièmes de pour cent ; rien si le barème n'est pas saisi. */
export function findTaux(rang: number, jour: JourCivil, saisis: BaremesSaisis, mode: ModeAccueil): number | undefined {
  const tranches =
    findSaisi(jour, saisis, mode)?.tranches ??
    TAUX[mode].versions.find((candidate) => containsJour(candidate, jour))?.valeur;
  return tranches?.find(([jusquA]) => rang <= jusquA)?.[1];
}

/** Ce qui vaut ce jour. Lève `RangeError` si le barème n'est pas saisi (voir `findBaremeAbsent`). */
export function getBareme(jour: JourCivil, saisis: BaremesSaisis, mode: ModeAccueil = 'COLLECTIF') {
  const absent = findBaremeAbsent(jour, saisis, mode);
  if (absent) throw new RangeError(absent);
  const saisi = findSaisi(jour, saisis, mode);
  if (saisi) {
    const { tranches, plancherCentimes, plafondCentimes, texte } = saisi;
    return { tranches, texteTaux: texte, plancherCentimes, textePlancher: texte, plafondCentimes, textePlafond: texte };
  }
  const [taux, plancher, plafond] = [TAUX[mode].versionAt(jour), PLANCHER.versionAt(jour), PLAFOND.versionAt(jour)];
  return {
    tranches: taux.valeur,
    texteTaux: taux.texte ?? TAUX_2019,
    plancherCentimes: plancher.valeur,
    textePlancher: plancher.texte ?? BORNES_A_CONFIRMER,
    plafondCentimes: plafond.valeur,
    textePlafond: plafond.texte ?? BORNES_A_CONFIRMER,
  };
}

/** Les taux et les bornes de ce jour, comme un barème les porte : ce que le suivant reprend. */
export function getValeursAt(jour: JourCivil, saisis: BaremesSaisis) {
  const { tranches, plancherCentimes, plafondCentimes } = getBareme(jour, saisis);
  const [un = 0, deux = 0, trois = 0, quatre = 0, huit = 0] = tranches.map(([, taux]) => taux);
  return { taux: [un, deux, trois, quatre, huit] as const, plancherCentimes, plafondCentimes };
}

/** Les jours où le barème change dans cette période, le premier exclu : ceux où un contrat en cours se recalcule (PF-04, PF-05). */
export function listChangements({ du, au }: { du: JourCivil; au: JourCivil }, saisis: BaremesSaisis): JourCivil[] {
  const versions = [...TAUX.COLLECTIF.versions, ...PLANCHER.versions, ...PLAFOND.versions, ...saisis];
  const debuts = versions.map((version) => version.du);
  return [...new Set(debuts)].filter((jour) => du < jour && jour <= au).sort();
}

/** PF-10 : le plancher que donne le RSA d'une personne seule avec un enfant, forfait logement déduit. */
export function computePlancherDuRsa(rsaCentimes: number): number {
  const unEnfant = computeQuotient(rsaCentimes * 15, 10);
  return unEnfant - computeQuotient(rsaCentimes * 15 * 16, 1000);
}
