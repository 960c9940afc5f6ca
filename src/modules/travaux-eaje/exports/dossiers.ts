/** Les travaux des crèches en classeur Excel : les mêmes lignes que l'écran, sans l'argent, que tous ceux qui suivent ne voient pas. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import {
  type DossierTravaux,
  ETATS_TRAVAUX,
  NATURES_TRAVAUX,
  POINTS_REOUVERTURE,
  PRIORITES,
} from '../dossier-travaux.ts';
import { computePriorite } from '../rules/priorite.ts';

const POINTS = Object.keys(POINTS_REOUVERTURE).length;

export const COLONNES_TRAVAUX: readonly ColonneEcrite<DossierTravaux>[] = [
  { titre: 'Crèche', type: 'texte', valeur: ({ creche }) => creche },
  { titre: 'Territoire', type: 'texte', valeur: ({ territoire }) => territoire },
  { titre: 'Priorité', type: 'texte', largeur: 16, valeur: ({ enjeux }) => PRIORITES[computePriorite(enjeux)] },
  { titre: 'Travaux', type: 'texte', largeur: 40, valeur: ({ objet }) => objet },
  { titre: 'Nature', type: 'texte', largeur: 32, valeur: ({ nature }) => NATURES_TRAVAUX[nature] },
  { titre: 'État', type: 'texte', largeur: 16, valeur: ({ etat }) => ETATS_TRAVAUX[etat] },
  { titre: 'Besoin du', type: 'jour', valeur: ({ demandeLe }) => demandeLe },
  { titre: 'Début prévu', type: 'jour', valeur: ({ debutPrevu }) => debutPrevu },
  { titre: 'Réouverture prévue', type: 'jour', valeur: ({ reouverturePrevue }) => reouverturePrevue },
  { titre: 'Commencés le', type: 'jour', valeur: ({ commenceLe }) => commenceLe },
  { titre: 'Rouverte le', type: 'jour', valeur: ({ rouvertLe }) => rouvertLe },
  { titre: 'Places gelées', type: 'nombre', valeur: ({ placesGelees }) => placesGelees },
  {
    titre: 'Heures-places gelées',
    type: 'nombre',
    valeur: ({ impact }) => (impact ? impact.minutesGelees / 60 : null),
  },
  { titre: 'Enfants à reloger', type: 'nombre', valeur: ({ impact }) => impact?.enfants ?? null },
  { titre: 'Relogés', type: 'nombre', valeur: ({ reloges }) => reloges },
  { titre: 'Points tenus', type: 'texte', valeur: ({ points }) => `${points.length} sur ${POINTS}` },
];
