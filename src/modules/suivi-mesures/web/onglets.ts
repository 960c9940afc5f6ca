import { countMesuresDe } from '#modules/mesures/index.server.ts';
import type { OngletDeDossier } from '#web/dossier/onglets.server.ts';

/** Au dossier de l'enfant, ses mesures : l'onglet est toujours là, c'est de lui qu'on en propose une. */
export const onglet: OngletDeDossier = {
  cle: 'mesures',
  chemin: '/mesures',
  titre: 'Mesures',
  permanent: true,
  count: countMesuresDe,
};
