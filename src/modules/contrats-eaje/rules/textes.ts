/** Textes de la participation familiale ; confiance reprise du référentiel métier §3.1. */
import { jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { BaremeEnregistre } from '../participation.ts';

function buildVerifie(objet: string, source: string): TexteLegal {
  return {
    code: `Barème Cnaf, ${objet}`,
    source: `Référentiel petite enfance §3.1, source ${source}`,
    confiance: 'verifie',
    verifieLe: jourCivil('2026-04-03'),
  };
}

function buildAConfirmer(objet: string, source = 'connaissance à relire'): TexteLegal {
  return {
    code: `Barème Cnaf, ${objet}`,
    source: `Référentiel petite enfance §3.1, ${source}`,
    confiance: 'a-confirmer',
  };
}

export const PF_01 = buildVerifie('circ. 2019-005, calcul du tarif horaire (PF-01)', 'S38, S41');
export const PF_02 = buildVerifie('circ. 2019-005, enfant bénéficiaire de l’AEEH (PF-02)', 'S35, S36');
export const PF_03 = buildVerifie('plancher et plafond de ressources (PF-03)', 'S33, S34, S38');
export const PF_04 = buildVerifie('relèvement du plafond en cours de contrat (PF-04)', 'S33');
export const PF_05 = buildAConfirmer('révision au 1er janvier et au changement de situation (PF-05)');
export const PF_06 = buildAConfirmer('ressources inconnues, enfant confié, urgence (PF-06)');
export const PF_08 = buildVerifie('mensualisation du contrat (PF-08)', 'S37');
export const PF_08_DEDUCTIONS = buildAConfirmer('déductions de la mensualité (PF-08)');
export const PF_09 = buildAConfirmer('décompte des heures (PF-09)');

export const TAUX_2018 = buildAConfirmer(
  'taux d’effort avant septembre 2019',
  'lu pour un enfant (S38), connaissance au-delà',
);
export const TAUX_2019 = buildVerifie('taux d’effort 2019-2022, accueil collectif', 'S35, S36, S37');
export const TAUX_FAMILIAL = buildVerifie('taux d’effort depuis 2022, accueil familial', 'S36');

export const BORNES_2018 = buildVerifie('plancher et plafond 2018', 'S38, S39');
export const BORNES_2019 = buildVerifie('plancher et plafond de septembre 2019', 'S39, S40');
export const PLAFOND_2020 = buildVerifie('plafond 2020', 'S40');
export const PLAFOND_2022 = buildVerifie('plafond 2022-2024', 'S34');
export const PLAFOND_2025 = buildVerifie('plafond 2025', 'S33, S44');
export const PLANCHER_DEDUIT = buildAConfirmer(
  'plancher déduit du RSA (PF-10)',
  'calculé, non lu dans une publication',
);
export const BORNES_A_CONFIRMER = buildAConfirmer('plancher et plafond de l’année');

/** Le texte d'un barème saisi : la source que le département a lue. */
export function buildTexteSaisi({
  du,
  source,
  confiance,
}: Pick<BaremeEnregistre, 'du' | 'source' | 'confiance'>): TexteLegal {
  return { code: `Barème Cnaf, participations depuis le ${formatJour(du, 'long')}`, source, confiance };
}

export const CSP_R2324_27: TexteLegal = {
  code: 'CSP',
  article: 'R2324-27',
  source: 'Référentiel petite enfance §2.2 CAP-05, source S09',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-04-03'),
};
/** Le principe est lu, l'arrondi du surnombre ne l'est pas : entre les deux arrondis, il avertit. */
export const CSP_R2324_27_ARRONDI: TexteLegal = {
  ...CSP_R2324_27,
  source: 'Référentiel petite enfance §2.2 CAP-05, arrondi non lu (S12)',
  confiance: 'a-confirmer',
};

/** Il nomme les enfants de moins de six ans ; qu'un plus âgé soit exclu s'en déduit, et reste à confirmer. */
export const CSP_L2324_1: TexteLegal = {
  code: 'CSP',
  article: 'L2324-1',
  source: 'https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006171156',
  confiance: 'a-confirmer',
};
