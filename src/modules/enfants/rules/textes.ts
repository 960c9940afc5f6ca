/** Textes des règles de ce module ; confiance reprise du référentiel métier (source S01 : code civil consolidé au 03/04/2026). */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

const LU_LE = jourCivil('2026-04-03');
const SOURCE = 'Code civil consolidé au 03/04/2026';

/** Article lu dans le texte consolidé. */
function buildLu(article: string, alinea?: number): TexteLegal {
  return { code: 'C. civ.', article, alinea, source: SOURCE, confiance: 'verifie', verifieLe: LU_LE };
}

/** Article cité de connaissance : il éclaire, il n'arrête personne. */
function buildAConfirmer(article: string): TexteLegal {
  return { code: 'C. civ.', article, source: 'à lire sur Légifrance', confiance: 'a-confirmer' };
}

export const C_CIV_371_1 = buildAConfirmer('371-1');
export const C_CIV_372 = buildAConfirmer('372');
export const C_CIV_373 = buildLu('373');
export const C_CIV_373_2_1 = buildAConfirmer('373-2-1');
export const C_CIV_373_4 = buildLu('373-4');
export const C_CIV_375_7 = buildLu('375-7');
export const C_CIV_377 = buildLu('377');
export const C_CIV_378 = buildLu('378');
export const C_CIV_378_1 = buildLu('378-1');
export const C_CIV_388 = buildLu('388');
export const C_CIV_411 = buildLu('411');
export const C_CIV_414 = buildAConfirmer('414');
/** Le référentiel le cite pour les pupilles sans dater sa lecture mot à mot. */
export const CASF_L224_4: TexteLegal = {
  code: 'CASF',
  article: 'L224-4',
  source: 'Référentiel protection de l’enfance, sources S35 et S36',
  confiance: 'verifie',
};
