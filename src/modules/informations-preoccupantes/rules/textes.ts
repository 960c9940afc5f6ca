/** Textes du circuit de l'information préoccupante, confiance reprise du référentiel métier §2. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { Confiance, TexteLegal } from '#shared/texte-legal.ts';

const LU_LE = jourCivil('2026-04-03');

function buildTexte(article: string, source: string, confiance: Confiance = 'verifie', code = 'CASF'): TexteLegal {
  return confiance === 'verifie'
    ? { code, article, source, confiance, verifieLe: LU_LE }
    : { code, article, source, confiance };
}

const local = (article: string): TexteLegal => ({
  code: 'Référentiel',
  article,
  source: 'Référentiel protection de l’enfance §2, pratique locale',
  confiance: 'local',
});

/** La majorité à dix-huit ans accomplis. */
export const C_CIV_388 = buildTexte('388', 'Référentiel, source S01', 'verifie', 'C. civ.');
export const CASF_L226_2_1 = buildTexte('L226-2-1', 'Référentiel, source S17');
export const CASF_L226_3 = buildTexte('L226-3', 'Référentiel, source S49');
export const CASF_L226_4 = buildTexte('L226-4 I', 'Référentiel, source S48');
export const CASF_L226_5_1 = buildTexte('L226-5, al. 1', 'Référentiel, source S19');
export const CASF_L226_5_2 = buildTexte('L226-5, al. 2', 'Référentiel, source S19');
export const CASF_L226_5_3 = buildTexte('L226-5, al. 3', 'Référentiel, source S19');
export const CASF_R226_2_2 = buildTexte('R226-2-2', 'Référentiel, source S05');
export const CASF_D226_2_3 = buildTexte('D226-2-3', 'Référentiel, source S49');
export const CASF_D226_2_4_I = buildTexte('D226-2-4 I', 'Référentiel, source S05');
export const CASF_D226_2_4_II = buildTexte('D226-2-4 II', 'Référentiel, source S05');
export const CASF_D226_2_5 = buildTexte('D226-2-5', 'à lire sur Légifrance', 'a-confirmer');
export const CASF_D226_2_6_I = buildTexte('D226-2-6 I', 'Référentiel, source S18');
export const CASF_D226_2_6_II = buildTexte('D226-2-6 II', 'Référentiel, source S18');
export const CASF_D226_2_7 = buildTexte('D226-2-7', 'Référentiel, source S18');
/** Principe lu pour la décision, partiellement pour l'information due aux titulaires. */
export const CASF_D226_2_7_INFORMATION = buildTexte('D226-2-7', 'à lire sur Légifrance', 'a-confirmer');
export const CASF_D226_2_4_DECISION = buildTexte('D226-2-4', 'Référentiel, source S05, lu en partie', 'a-confirmer');
export const CASF_L221_3 = buildTexte('L221-3', 'Référentiel, source S56, lu en partie', 'a-confirmer');
export const IP_005 = local('IP-005');
export const IP_011_DUREE = local('IP-011');
export const IP_026 = buildTexte('IP-026', 'pratique, à confirmer', 'a-confirmer', 'Référentiel');
export const IP_033_RELANCE = local('IP-033');
export const IP_035 = local('IP-035');
export const IP_037 = local('IP-037');
export const IP_038 = local('IP-038');
