import { normaliseLibelle } from '#shared/nom-propre.ts';
import type { SourceDeRecherche } from '#web/recherche/source.ts';

/** Les mots par lesquels on cherche le calcul d'un délai. */
const MOTS = ['delai', 'delais', 'echeance', 'echeances', 'calcul', 'calculer', 'compter', 'report', 'prorogation'];

export const recherche: SourceDeRecherche = {
  conseils: ['« Délai », pour compter une échéance'],
  find: async (_contexte, texte) => {
    const cherches = normaliseLibelle(texte).split(' ').filter(Boolean);
    const trouve = cherches.some((mot) => mot.length > 4 && MOTS.some((connu) => connu.startsWith(mot)));
    const page = { href: '/delais', titre: 'Compter un délai', detail: 'une échéance, son raisonnement et ses textes' };
    return [{ titre: 'Outils', ordre: 1, trouvailles: trouve ? [page] : [] }];
  },
};
