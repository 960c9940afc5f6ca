import type { OngletDeDossier } from '#web/dossier/onglets.server.ts';
import { countDeLEnfant } from '../data/echeances-queries.server.ts';

/** Au dossier de l'enfant, ce qui lui est dû. */
export const onglet: OngletDeDossier = {
  cle: 'echeances',
  chemin: '/echeances',
  titre: 'Échéances',
  count: countDeLEnfant,
};
