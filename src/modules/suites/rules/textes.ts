/** Textes propres aux suites ; ceux du circuit sont au module `informations-preoccupantes`. Confiance reprise du référentiel métier. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

/** MES-001 : aucune admission à l'aide sociale à l'enfance sans accord écrit des représentants légaux. */
export const CASF_L223_2: TexteLegal = {
  code: 'CASF',
  article: 'L223-2, al. 1',
  source: 'Référentiel, source S09',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-04-03'),
};

/** Accuser réception à qui transmet : aucun texte ne l'exige. */
export const USAGE_ACCUSE: TexteLegal = {
  code: 'Usage de la cellule',
  source: 'pratique du département, aucun texte connu',
  confiance: 'local',
};
