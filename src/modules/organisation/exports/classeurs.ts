/** Les communes en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type LigneCommune = {
  code: string;
  nom: string;
  quartier: string;
  codesPostaux: readonly string[];
  population: number | null;
  unite: string | null;
  du: JourCivil | null;
};

export const COLONNES_COMMUNES: readonly ColonneEcrite<LigneCommune>[] = [
  { titre: 'Code Insee', type: 'texte', largeur: 12, valeur: ({ code }) => code },
  { titre: 'Commune', type: 'texte', valeur: ({ nom }) => nom },
  { titre: 'Quartier', type: 'texte', valeur: ({ quartier }) => quartier },
  { titre: 'Codes postaux', type: 'texte', valeur: ({ codesPostaux }) => codesPostaux.join(', ') },
  { titre: 'Habitants', type: 'nombre', valeur: ({ population }) => population },
  { titre: 'Desservie par', type: 'texte', largeur: 36, valeur: ({ unite }) => unite },
  { titre: 'Depuis', type: 'jour', valeur: ({ du }) => du },
];
