/** Les échéances, en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type Ligne = {
  numero: string;
  objet: string;
  quoi: string;
  regle: string;
  depuis: JourCivil;
  pour: JourCivil;
  retard: number;
  acteur: string;
  agent: string;
  unite: string;
  gravite: string;
  texte: string;
};

export const COLONNES_ECHEANCES: readonly ColonneEcrite<Ligne>[] = [
  { titre: 'Dossier', type: 'texte', largeur: 14, valeur: ({ numero }) => numero },
  { titre: 'Concerne', type: 'texte', largeur: 32, valeur: ({ objet }) => objet },
  { titre: 'Ce qui est dû', type: 'texte', largeur: 44, valeur: ({ quoi }) => quoi },
  { titre: 'Règle', type: 'texte', largeur: 10, valeur: ({ regle }) => regle },
  { titre: 'Depuis le', type: 'jour', valeur: ({ depuis }) => depuis },
  { titre: 'Pour le', type: 'jour', valeur: ({ pour }) => pour },
  { titre: 'Jours de retard', type: 'nombre', valeur: ({ retard }) => retard },
  { titre: 'Office', type: 'texte', largeur: 28, valeur: ({ acteur }) => acteur },
  { titre: 'Agent', type: 'texte', largeur: 28, valeur: ({ agent }) => agent },
  { titre: 'Territoire', type: 'texte', largeur: 32, valeur: ({ unite }) => unite },
  { titre: 'Gravité', type: 'texte', largeur: 16, valeur: ({ gravite }) => gravite },
  { titre: 'Texte', type: 'texte', largeur: 36, valeur: ({ texte }) => texte },
];
