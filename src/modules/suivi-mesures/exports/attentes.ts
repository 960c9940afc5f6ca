/** Ordonné, pas exécuté, en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type Ligne = {
  numero: string;
  enfant: string;
  mesure: string;
  decideeLe: JourCivil;
  attente: number;
  raison: string;
  risque: string;
  detenteur: string;
  au: JourCivil | null;
  unite: string;
  service: string;
};

export const COLONNES_ATTENTES: readonly ColonneEcrite<Ligne>[] = [
  { titre: 'Dossier', type: 'texte', largeur: 16, valeur: ({ numero }) => numero },
  { titre: 'Enfant', type: 'texte', largeur: 32, valeur: ({ enfant }) => enfant },
  { titre: 'Mesure', type: 'texte', largeur: 44, valeur: ({ mesure }) => mesure },
  { titre: 'Décidée le', type: 'jour', valeur: ({ decideeLe }) => decideeLe },
  { titre: 'Jours d’attente', type: 'nombre', valeur: ({ attente }) => attente },
  { titre: 'Raison', type: 'texte', largeur: 40, valeur: ({ raison }) => raison },
  { titre: 'Risque pour l’enfant', type: 'texte', largeur: 40, valeur: ({ risque }) => risque },
  { titre: 'Qui tient la suite', type: 'texte', largeur: 32, valeur: ({ detenteur }) => detenteur },
  { titre: 'Dernier jour', type: 'jour', valeur: ({ au }) => au },
  { titre: 'Territoire', type: 'texte', largeur: 32, valeur: ({ unite }) => unite },
  { titre: 'Service', type: 'texte', largeur: 36, valeur: ({ service }) => service },
];
