/**
 * Le barème national des participations familiales : taux d'effort, plancher et plafond de ressources, contrôle du plancher (PF-10).
 *
 * Ce que dit le texte (circulaire Cnaf 2019-005) : un taux d'effort horaire selon le nombre d'enfants à charge, appliqué aux ressources
 * mensuelles, entre un plancher et un plafond. Les taux ont monté chaque année de septembre 2019 à 2022 ; le plafond a changé en cours
 * d'année les 1er septembre 2024 et 2025. Le plancher est le RSA d'une personne seule avec un enfant, forfait logement déduit.
 * Comment il est lu ici : les taux sont tenus en dix-millièmes de pour cent, les montants en centimes mensuels, chaque version avec sa
 * source et sa confiance. Une année qui n'est pas saisie n'a pas de barème : rien n'est prolongé en silence.
 * Non traité : les taux de l'accueil familial entre septembre 2019 et 2021, qui n'ont pas été lus.
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour } from '#shared/periode.ts';
import { computeQuotient, type ModeAccueil } from '../participation.ts';
import {
  BORNES_2018,
  BORNES_2019,
  BORNES_A_CONFIRMER,
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

/** Pourquoi il n'y a pas de tarif ce jour-là, en une phrase ; rien si le barème est saisi. */
export function findBaremeAbsent(jour: JourCivil, mode: ModeAccueil = 'COLLECTIF'): string | undefined {
  const tenues = [TAUX[mode], PLANCHER, PLAFOND];
  if (tenues.every(({ versions }) => versions.some((version) => containsJour(version, jour)))) return undefined;
  return `Le barème ${jour.slice(0, 4)} des participations familiales n’est pas saisi : aucun tarif ne se calcule au ${formatJour(jour, 'long')}.`;
}

/** Le taux d'effort de ce rang ce jour, en dix-millièmes de pour cent ; rien si le barème n'est pas saisi. */
export function findTaux(rang: number, jour: JourCivil, mode: ModeAccueil): number | undefined {
  const version = TAUX[mode].versions.find((candidate) => containsJour(candidate, jour));
  return version?.valeur.find(([jusquA]) => rang <= jusquA)?.[1];
}

/** Ce qui vaut ce jour. Lève `RangeError` si le barème n'est pas saisi (voir `findBaremeAbsent`). */
export function getBareme(jour: JourCivil, mode: ModeAccueil) {
  const absent = findBaremeAbsent(jour, mode);
  if (absent) throw new RangeError(absent);
  const [taux, plancher, plafond] = [TAUX[mode].versionAt(jour), PLANCHER.versionAt(jour), PLAFOND.versionAt(jour)];
  return {
    /** Le taux de ce rang, en dix-millièmes de pour cent. */
    findTaux: (rang: number) => taux.valeur.find(([jusquA]) => rang <= jusquA)?.[1] ?? 0,
    texteTaux: taux.texte ?? TAUX_2019,
    plancherCentimes: plancher.valeur,
    textePlancher: plancher.texte ?? BORNES_A_CONFIRMER,
    plafondCentimes: plafond.valeur,
    textePlafond: plafond.texte ?? BORNES_A_CONFIRMER,
  };
}

/** Les jours où le barème change dans cette période, le premier exclu : ceux où un contrat en cours se recalcule (PF-04, PF-05). */
export function listChangements({ du, au }: { du: JourCivil; au: JourCivil }): JourCivil[] {
  const debuts = [...TAUX.COLLECTIF.versions, ...PLANCHER.versions, ...PLAFOND.versions].map((version) => version.du);
  return [...new Set(debuts)].filter((jour) => du < jour && jour <= au).sort();
}

/** PF-10 : le plancher que donne le RSA d'une personne seule avec un enfant, forfait logement déduit. */
export function computePlancherDuRsa(rsaCentimes: number): number {
  const unEnfant = computeQuotient(rsaCentimes * 15, 10);
  return unEnfant - computeQuotient(rsaCentimes * 15 * 16, 1000);
}
