/** Les textes de la prestation de service unique, et la confiance qu'on leur porte. */
import type { TexteLegal } from '#shared/texte-legal.ts';

const cnaf = (article: string, source: string, confiance: TexteLegal['confiance']): TexteLegal => ({
  code: 'Cnaf',
  article,
  source,
  confiance,
});

const CIRCULAIRE = 'circulaire de juillet 2024 sur la linéarisation du barème (numéro non vérifié)';

export const TAUX_FACTURATION = cnaf('PSU-01', CIRCULAIRE, 'verifie');
export const PALIERS = cnaf('PSU-02', 'lettre-circulaire 2014-009', 'verifie');
export const LINEAIRE = cnaf('PSU-03', CIRCULAIRE, 'verifie');
export const CALCUL = cnaf('PSU-06', 'lettre-circulaire 2014-009', 'a-confirmer');
export const PRIX_DE_REVIENT = cnaf('PSU-07', 'pratique des Caf', 'a-confirmer');
export const HORS_PRESENCE = cnaf('PSU-09', 'circulaire 2024-013', 'a-confirmer');
export const HEURES_EXCEPTIONNELLES = cnaf('PSU-10', 'notice de la télédéclaration Afas', 'verifie');
