/** Les textes lus pour la structure des crèches. Adresses : sources du référentiel petite enfance. */
import type { TexteLegal } from '#shared/texte-legal.ts';

const JURIBLIO = 'https://juriblio.fr/codes/code-de-la-sante-publique/partie-reglementaire/deuxieme-partie/livre-iii';
const SOUS_SECTION_3 = `${JURIBLIO}/titre-ii/chapitre-iv/section-3/sous-section-3`;
const SOUS_SECTION_5 = `${JURIBLIO}/titre-ii/chapitre-iv/section-3/sous-section-5`;
const FBL = 'https://french-business-law.com/rench-legislation-art';
const BATIMENT =
  'https://www.lesprosdelapetiteenfance.fr/reforme-des-modes-daccueil-publication-de-larrete-creant-un-referentiel-batimentaire-national';

const csp = (article: string, source: string): TexteLegal => ({ code: 'CSP', article, source, confiance: 'verifie' });

/** Catégories et unités d'accueil. */
export const CSP_R2324_46 = csp('R2324-46', `${SOUS_SECTION_5}/article-r2324-46`);
/** Temps de direction. */
export const CSP_R2324_46_1 = csp('R2324-46-1', `${SOUS_SECTION_5}/article-r2324-46-1`);
/** Référent « santé et accueil inclusif », puériculteur ou infirmier. */
export const CSP_R2324_46_2 = csp('R2324-46-2', `${SOUS_SECTION_5}/article-r2324-46-2`);
/** Éducateurs de jeunes enfants. */
export const CSP_R2324_46_3 = csp('R2324-46-3', `${FBL}/article-r2324-46-3-of-the-french-public-health-code`);
/** Directeur adjoint à partir de soixante places. */
export const CSP_R2324_35 = csp('R2324-35', `${SOUS_SECTION_3}/article-r2324-35`);
/** Continuité de la direction. */
export const CSP_R2324_36 = csp('R2324-36', `${SOUS_SECTION_3}/article-r2324-36`);
/** Règlement de fonctionnement. */
export const CSP_R2324_30 = csp('R2324-30', `${SOUS_SECTION_3}/article-r2324-30`);
/** Surnombre. */
export const CSP_R2324_27 = csp('R2324-27', `${FBL}/article-r2324-27-of-the-french-public-health-code`);
/** Autorisation : quinze ans. */
export const CSP_L2324_1_1 = csp('L2324-1-1', 'https://legal.tricoteuses.fr/articles/JORFARTI000048581958');
/** Direction des micro-crèches et autorisations. */
export const DECRET_2025_304: TexteLegal = {
  code: 'Décret n° 2025-304 du 1er avril 2025',
  source:
    'https://ume.asso.fr/actualites/decret-relatif-aux-nouvelles-regles-pour-les-etablissements-d-accueil-de-jeunes-enfants-et-les-micro-creches',
  confiance: 'verifie',
};
/** TPS-02 à TPS-04 : les bornes de la journée et de la semaine de travail. */
export const DECRET_2000_815: TexteLegal = {
  code: 'Décret 2000-815',
  source: 'Référentiel petite enfance, source S90',
  confiance: 'verifie',
};
/** Référentiel bâtimentaire : surfaces et plans de change. */
export const ARRETE_BATIMENT: TexteLegal = {
  code: 'Arrêté du 31 août 2021 (référentiel bâtimentaire)',
  source: BATIMENT,
  confiance: 'verifie',
};
/** L'arrondi du surnombre n'a été lu que sur un site professionnel. */
export const ARRONDI_SURNOMBRE: TexteLegal = {
  code: 'Arrêté du 8 octobre 2021 (surnombre), arrondi',
  source: 'https://crech-n-do.fr/nouveau-decret-7-infos-importantes-tout-savoir/',
  confiance: 'a-confirmer',
};
/** Ce que le code ne dit pas dans le détail : tranche d'heures, liste des protocoles. */
export function formatAConfirmer(texte: TexteLegal): TexteLegal {
  return { ...texte, confiance: 'a-confirmer' };
}
