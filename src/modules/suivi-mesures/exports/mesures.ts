/** Les mesures, en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type Ligne = {
  numero: string;
  enfant: string;
  mesure: string;
  origine: string;
  etat: string;
  du: JourCivil | null;
  au: JourCivil | null;
  demandeeLe: JourCivil;
  decideeLe: JourCivil | null;
  debutLe: JourCivil | null;
  unite: string;
  service: string;
};

export const COLONNES_MESURES: readonly ColonneEcrite<Ligne>[] = [
  { titre: 'Dossier', type: 'texte', largeur: 16, valeur: ({ numero }) => numero },
  { titre: 'Enfant', type: 'texte', largeur: 32, valeur: ({ enfant }) => enfant },
  { titre: 'Mesure', type: 'texte', largeur: 44, valeur: ({ mesure }) => mesure },
  { titre: 'Origine', type: 'texte', largeur: 26, valeur: ({ origine }) => origine },
  { titre: 'État', type: 'texte', largeur: 24, valeur: ({ etat }) => etat },
  { titre: 'Premier jour', type: 'jour', valeur: ({ du }) => du },
  { titre: 'Dernier jour', type: 'jour', valeur: ({ au }) => au },
  { titre: 'Demandée le', type: 'jour', valeur: ({ demandeeLe }) => demandeeLe },
  { titre: 'Décidée le', type: 'jour', valeur: ({ decideeLe }) => decideeLe },
  { titre: 'Commencée le', type: 'jour', valeur: ({ debutLe }) => debutLe },
  { titre: 'Territoire', type: 'texte', largeur: 32, valeur: ({ unite }) => unite },
  { titre: 'Service', type: 'texte', largeur: 36, valeur: ({ service }) => service },
];
