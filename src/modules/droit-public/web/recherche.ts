import { normaliseLibelle } from '#shared/nom-propre.ts';
import type { SourceDeRecherche, Trouvaille } from '#web/recherche/source.ts';

type Outil = { mots: readonly string[]; page: Trouvaille };

/** Les outils, et les mots par lesquels on les cherche. */
const OUTILS: readonly Outil[] = [
  {
    mots: ['delai', 'delais', 'echeance', 'echeances', 'calcul', 'calculer', 'compter', 'report', 'prorogation'],
    page: { href: '/delais', titre: 'Compter un délai', detail: 'une échéance, son raisonnement et ses textes' },
  },
  {
    mots: ['droit', 'droits', 'regle', 'regles', 'texte', 'textes', 'article', 'articles', 'obligation', 'obligations'],
    page: {
      href: '/droit',
      titre: 'Le droit',
      detail: 'chaque règle, son texte, sa lecture et ce qui est à confirmer',
    },
  },
  {
    mots: ['simuler', 'simulation', 'obligation', 'obligations', 'doit-on'],
    page: { href: '/que-doit-on', titre: 'Que doit-on, et quand ?', detail: 'ce que la loi doit dans une situation' },
  },
];

export const recherche: SourceDeRecherche = {
  conseils: ['« Délai », pour compter une échéance ; « règle », pour lire le droit'],
  find: async (_contexte, texte) => {
    const cherches = normaliseLibelle(texte)
      .split(' ')
      .filter((mot) => mot.length > 4);
    const trouvailles = OUTILS.filter(({ mots }) =>
      cherches.some((mot) => mots.some((connu) => connu.startsWith(mot))),
    ).map(({ page }) => page);
    return [{ titre: 'Outils', ordre: 1, trouvailles }];
  },
};
