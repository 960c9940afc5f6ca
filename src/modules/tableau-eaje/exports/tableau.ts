/** Le tableau des crèches en classeur Excel : une ligne une crèche, une colonne un indicateur. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import { INDICATEURS } from '../catalogue.ts';

type Ligne = {
  nom: string;
  territoire: string;
  pairs: string;
  cellules: Record<string, { lu: number | null }>;
};

export const COLONNES_TABLEAU: readonly ColonneEcrite<Ligne>[] = [
  { titre: 'Crèche', type: 'texte', largeur: 28, valeur: ({ nom }) => nom },
  { titre: 'Territoire', type: 'texte', valeur: ({ territoire }) => territoire },
  { titre: 'Pairs', type: 'texte', largeur: 34, valeur: ({ pairs }) => pairs },
  ...INDICATEURS.map(
    ({ code, titre, unite }): ColonneEcrite<Ligne> => ({
      titre: `${code} ${titre} (${unite})`,
      type: 'nombre',
      largeur: 16,
      valeur: ({ cellules }) => cellules[code]?.lu ?? null,
    }),
  ),
];
