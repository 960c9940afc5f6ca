/** Textes de l'accès à l'autonomie et du jeune majeur ; confiance reprise du référentiel métier §10. */
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

function buildLocal(article: string): TexteLegal {
  return { code: 'Référentiel', article, source: 'Référentiel §10, pratique locale', confiance: 'local' };
}

export const CASF_L222_5_1 = buildCasf('L222-5-1', 'S27');
export const CASF_L222_5 = buildCasf('L222-5, 5°', 'S26');
export const CASF_L222_5_2_1 = buildCasf('L222-5-2-1', 'S29');
/** Lu dans sa version de 2016 ; celle du 9 février 2022 reste à lire. */
export const CSS_L543_3: TexteLegal = {
  code: 'CSS',
  article: 'L543-3',
  source: 'Référentiel, source S30, version de 2022 à lire',
  confiance: 'a-confirmer',
};
export const JM_002_DELAI = buildLocal('JM-002');
export const JM_005_DELAI = buildLocal('JM-005');
export const JM_010_DELAI = buildLocal('JM-010');
export const JM_022 = buildLocal('JM-022');
export const JM_023 = buildLocal('JM-023');
