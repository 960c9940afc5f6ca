/** Textes des prestations, des mesures et de l'urgence ; confiance et sources reprises du référentiel métier §3 et §4. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

const LU_LE = jourCivil('2026-04-03');

function buildVerifie(code: string) {
  return (article: string, source: string): TexteLegal => ({
    code,
    article,
    source: `Référentiel, source ${source}`,
    confiance: 'verifie',
    verifieLe: LU_LE,
  });
}
const buildCasf = buildVerifie('CASF');
const buildCpc = buildVerifie('CPC');

/** Le code civil, lu dans la source S01 du référentiel. */
export function buildCiv(article: string): TexteLegal {
  return buildVerifie('C. civ.')(article, 'S01');
}

export function buildAConfirmer(code: string, article: string): TexteLegal {
  return { code, article, source: 'à lire sur Légifrance', confiance: 'a-confirmer' };
}

/** Une pratique du département : elle n'est jamais confondue avec la loi. */
export function buildLocal(article: string): TexteLegal {
  return { code: 'Référentiel', article, source: 'Référentiel, pratique locale', confiance: 'local' };
}

export const CASF_L221_2_1 = buildCasf('L221-2-1', 'S50');
export const CASF_L221_2_4 = buildCasf('L221-2-4', 'S12');
export const CASF_L222_2 = buildCasf('L222-2 à L222-4', 'S52');
export const CASF_L222_3 = buildCasf('L222-3', 'S52');
export const CASF_L222_5_1 = buildCasf('L222-5, 1°', 'S26');
export const CASF_L222_5_2 = buildCasf('L222-5, 2°', 'S26');
export const CASF_L222_5_4 = buildCasf('L222-5, 4°', 'S26');
export const CASF_L222_5_5 = buildCasf('L222-5, 5°', 'S26');
export const CASF_L223_2_1 = buildCasf('L223-2, al. 1', 'S09');
export const CASF_L223_2_2 = buildCasf('L223-2, al. 2', 'S09');
export const CASF_L223_2_4 = buildCasf('L223-2, al. 3 et 4', 'S09');
/** La fin de l'alinéa n'a pas été lue. */
export const CASF_L223_2_5 = buildAConfirmer('CASF', 'L223-2, al. 5');
export const CASF_L223_3_1 = buildCasf('L223-3, al. 1', 'S07');
export const CASF_L223_3_2 = buildCasf('L223-3, al. 2', 'S07');
export const CASF_L223_5_1 = buildCasf('L223-5, al. 1', 'S03');
export const CASF_L224_4 = buildCasf('L224-4', 'S36');
export const CASF_R221_11 = buildCasf('R221-11', 'S12');
export const C_CIV_375 = buildCiv('375, al. 3');
export const C_CIV_375_4 = buildCiv('375, al. 4');
export const C_CIV_375_2 = buildCiv('375-2');
export const C_CIV_375_3 = buildCiv('375-3');
export const C_CIV_375_5_1 = buildCiv('375-5, al. 1');
export const C_CIV_375_5_2 = buildCiv('375-5, al. 2');
export const C_CIV_375_9 = buildCiv('375-9');
export const C_CIV_388 = buildCiv('388');
export const CPC_1183 = buildCpc('1183', 'S02');
export function buildCpc1184(alinea: number): TexteLegal {
  return buildCpc(`1184, al. ${alinea}`, 'S02');
}
export const CPC_1185 = buildCpc('1185', 'S02');
export const CPC_1199_1 = buildCpc('1199-1', 'S02');
export const CPC_1200_1 = buildCpc('1200-1', 'S02');
export const CPC_1200_2 = buildCpc('1200-2 et suivants', 'S02');
export const CJPM_L323_1 = buildVerifie('CJPM')('L323-1', 'S53');
/** La Cour de cassation y voit une action éducative en milieu ouvert renforcée, non un placement. */
export const CASSATION_PEAD: TexteLegal = {
  code: 'Cass. 1re civ., 2 octobre 2024, après l’avis du 14 février 2024',
  source: 'Référentiel, source S25',
  confiance: 'verifie',
  verifieLe: LU_LE,
};
