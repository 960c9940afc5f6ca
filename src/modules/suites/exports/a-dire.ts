/** Ce que l'on doit dire, en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type Ligne = {
  numero: string;
  enfants: string;
  quoi: string;
  aQui: string;
  depuis: JourCivil;
  pour: JourCivil;
  retard: number;
  texte: string;
  etat: string;
  unite: string;
};

export const COLONNES_A_DIRE: readonly ColonneEcrite<Ligne>[] = [
  { titre: 'Information', type: 'texte', largeur: 16, valeur: ({ numero }) => numero },
  { titre: 'Enfants', type: 'texte', largeur: 40, valeur: ({ enfants }) => enfants },
  { titre: 'Quoi', type: 'texte', largeur: 36, valeur: ({ quoi }) => quoi },
  { titre: 'À qui', type: 'texte', largeur: 44, valeur: ({ aQui }) => aQui },
  { titre: 'Depuis le', type: 'jour', valeur: ({ depuis }) => depuis },
  { titre: 'À dire le', type: 'jour', valeur: ({ pour }) => pour },
  { titre: 'Jours de retard', type: 'nombre', valeur: ({ retard }) => retard },
  { titre: 'Texte', type: 'texte', largeur: 28, valeur: ({ texte }) => texte },
  { titre: 'État', type: 'texte', largeur: 28, valeur: ({ etat }) => etat },
  { titre: 'Traitée par', type: 'texte', largeur: 32, valeur: ({ unite }) => unite },
];
