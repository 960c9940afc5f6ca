/** Textes des audiences ; confiance et sources reprises du référentiel métier §7. */
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

export const CPC_1186 = buildVerifie('CPC', '1186', 'S02');
export const CPC_1187 = buildVerifie('CPC', '1187', 'S02');
export const CPC_1188 = buildVerifie('CPC', '1188', 'S02');
export const CPC_1190 = buildVerifie('CPC', '1190', 'S02');
export const CPC_1191 = buildVerifie('CPC', '1191', 'S02');
export const CPC_1193 = buildVerifie('CPC', '1193', 'S02');
export const CIV_375_1 = buildVerifie('C. civ.', '375-1, al. 4', 'S01');
export const CJPM_L423_8 = buildVerifie('CJPM', 'L423-8', 'S53');
export const CJPM_L521_9 = buildVerifie('CJPM', 'L521-9', 'S53');
export const AUD_013: TexteLegal = {
  code: 'Référentiel',
  article: 'AUD-013',
  source: 'Référentiel §7, pratique locale',
  confiance: 'local',
};
export const PREPARATION: TexteLegal = {
  code: 'Référentiel',
  article: '§7',
  source: 'Référentiel §7, préparation type d’une audience, pratique locale',
  confiance: 'local',
};
