/** Textes de l'encadrement des crèches ; confiance et sources reprises du référentiel petite enfance, §2 et §6. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

const LU_LE = jourCivil('2026-11-20');

function buildVerifie(code: string, article: string | undefined, source: string): TexteLegal {
  return {
    code,
    ...(article ? { article } : {}),
    source: `Référentiel petite enfance, source ${source}`,
    confiance: 'verifie',
    verifieLe: LU_LE,
  };
}

/** CAP-08 : l'effectif se calcule à tout instant, sur les enfants effectivement présents. */
export const CSP_R2324_43 = buildVerifie('CSP', 'R2324-43', 'S05');
/** CAP-09 : deux méthodes existent ; leurs chiffres n'ont pas été lus dans le texte. */
export const CSP_R2324_46_4: TexteLegal = {
  code: 'CSP',
  article: 'R2324-46-4',
  source: 'à lire sur Légifrance',
  confiance: 'a-confirmer',
};
/** CAP-11 : jamais moins de deux, dont un de catégorie 1 au-delà de vingt-quatre places. */
export const CSP_R2324_43_1 = buildVerifie('CSP', 'R2324-43-1', 'S07');
/** CAP-11b : le seul professionnel d'une micro-crèche. */
export const DECRET_2025_304 = buildVerifie('Décret 2025-304', undefined, 'S21');
/** CAP-12 : la sortie hors de l'établissement. */
export const CSP_R2324_43_2 = buildVerifie('CSP', 'R2324-43-2', 'S08');
/** CAP-06 : l'occupation de la semaine. */
export const CSP_R2324_27 = buildVerifie('CSP', 'R2324-27', 'S09');
/** CAP-10 : le quota mensuel de catégorie 1. */
export const CSP_R2324_42 = buildVerifie('CSP', 'R2324-42', 'S06');
/** CAP-14 : la continuité de direction. */
export const CSP_R2324_36 = buildVerifie('CSP', 'R2324-36', 'S13');
/** §6.2 : l'ordre des remèdes est un choix d'organisation. */
export const ECHELLE_DES_REMEDES: TexteLegal = {
  code: 'Référentiel petite enfance',
  article: '§6.2',
  source: 'pratique du département',
  confiance: 'local',
};
