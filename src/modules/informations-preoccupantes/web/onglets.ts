import type { OngletDeDossier } from '#web/dossier/onglets.server.ts';
import { countDeLEnfant } from '../data/liste-queries.server.ts';

/** Au dossier de l'enfant, les informations qui le concernent. */
export const onglet: OngletDeDossier = {
  cle: 'informations',
  chemin: '/informations',
  titre: 'Informations',
  count: countDeLEnfant,
};
