/** Textes du projet pour l'enfant, du rapport de situation et du bilan de santé ; confiance reprise du référentiel métier §5. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

function buildCasf(article: string, source: string): TexteLegal {
  return {
    code: 'CASF',
    article,
    source: `Référentiel, source ${source}`,
    confiance: 'verifie',
    verifieLe: jourCivil('2026-04-03'),
  };
}

function buildAConfirmer(article: string, source = 'à lire sur Légifrance'): TexteLegal {
  return { code: 'CASF', article, source, confiance: 'a-confirmer' };
}

function buildLocal(article: string): TexteLegal {
  return { code: 'Référentiel', article, source: 'Référentiel §5, pratique locale', confiance: 'local' };
}

export const CASF_L223_1_1 = buildCasf('L223-1-1', 'S08');
export const CASF_L223_1_1_BILAN = buildCasf('L223-1-1, al. 4', 'S08');
export const CASF_D223_12 = buildCasf('D223-12', 'S55');
export const CASF_D223_13 = buildCasf('D223-13', 'S04');
export const CASF_L223_5_2 = buildCasf('L223-5, al. 2', 'S03');
export const CASF_L223_5_2_AVANT_2022 = buildAConfirmer(
  'L223-5, al. 2',
  'rédaction antérieure au 23 février 2022, à lire sur Légifrance',
);
export const CASF_L223_5_3 = buildCasf('L223-5, al. 3', 'S03');
export const CASF_D223_21 = buildAConfirmer('L223-5 et D223-21');
export const PPE_002_DEBUT = buildLocal('PPE-002, lecture du début');
export const PPE_011_DELAI = buildLocal('PPE-011, §5.2');
export const RS_005 = buildLocal('RS-005');
export const RS_006_DELAI = buildLocal('RS-006');
export const BS_002 = buildLocal('BS-002');
