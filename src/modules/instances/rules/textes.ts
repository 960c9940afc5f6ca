/** Textes des instances ; confiance reprise du référentiel métier §6. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

function buildVerifie(code: string, article: string, source: string): TexteLegal {
  return {
    code,
    article,
    source: `Référentiel, source ${source}`,
    confiance: 'verifie',
    verifieLe: jourCivil('2026-04-03'),
  };
}

function buildAConfirmer(article: string, source: string): TexteLegal {
  return { code: 'CASF', article, source, confiance: 'a-confirmer' };
}

export const CASF_L223_1 = buildVerifie('CASF', 'L223-1 et D223-26', 'S13');
export const CASF_L223_1_TROIS_ANS = buildAConfirmer(
  'L223-1',
  'âge de trois ans, loi n° 2022-219, à lire sur Légifrance',
);
export const CASF_L227_2_1 = buildVerifie('CASF', 'L227-2-1', 'S14');
export const C_CIV_381_2 = buildVerifie('C. civ.', '381-2', 'S01');
export const CASF_L224_1 = buildVerifie('CASF', 'L224-1', 'S35');
export const CASF_L224_4 = buildVerifie('CASF', 'L224-4', 'S36');
export const CASF_L224_6 = buildAConfirmer('L224-6', 'Référentiel, source S37, modifié en 2023, à relire');
/** Le contenu est lu, le numéro d'article reste à confirmer. */
export const CASF_ROLE_CONSEIL = buildAConfirmer('section « rôle du conseil de famille »', 'Référentiel, source S35');
export const CES_001_DELAI: TexteLegal = {
  code: 'Référentiel',
  article: 'CES-001',
  source: 'Référentiel §6, pratique locale',
  confiance: 'local',
};
