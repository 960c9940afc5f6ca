/** Les enfants d'une crèche en classeur Excel : les mêmes lignes que l'écran. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import { JOURS } from '../contrat.ts';
import type { EnfantLigne } from '../enfant-filtre.ts';

export const COLONNES_ENFANTS: readonly ColonneEcrite<EnfantLigne>[] = [
  { titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom },
  { titre: 'Prénom', type: 'texte', valeur: ({ prenom }) => prenom },
  { titre: 'Né le', type: 'jour', valeur: ({ neLe }) => neLe },
  { titre: 'Marche depuis', type: 'jour', valeur: ({ marcheDepuis }) => marcheDepuis },
  { titre: 'Section', type: 'texte', valeur: ({ section }) => section },
  { titre: 'PAI', type: 'booleen', valeur: ({ pai }) => pai },
  { titre: 'Contrat du', type: 'jour', valeur: ({ du }) => du },
  { titre: 'Contrat au', type: 'jour', valeur: ({ au }) => au },
  {
    titre: 'Jours',
    type: 'texte',
    largeur: 32,
    valeur: ({ semaine }) =>
      JOURS.filter((_, rang) => semaine !== null && (semaine[2 * rang + 1] ?? 0) > (semaine[2 * rang] ?? 0)).join(', '),
  },
  {
    titre: 'Heures par semaine',
    type: 'nombre',
    valeur: ({ minutesSemaine }) => (minutesSemaine === null ? null : minutesSemaine / 60),
  },
  {
    titre: 'Tarif horaire (€)',
    type: 'nombre',
    valeur: ({ tarifCentimes }) => (tarifCentimes === null ? null : tarifCentimes / 100),
  },
];
