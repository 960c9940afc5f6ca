/** Le budget des crèches, en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import { arrondi, type Fraction } from '#shared/fraction.ts';
import { NATURES_LIGNE } from '../ligne-budget.ts';
import { ALERTES } from '../rules/atterrissage.ts';
import type { GroupeBudget } from '../rules/territoire.ts';

const pourCent = (taux: Fraction | null) => (taux === null ? null : arrondi(taux, 2) / 100);

export const COLONNES_BUDGET: readonly ColonneEcrite<GroupeBudget>[] = [
  { titre: 'Crèche', type: 'texte', largeur: 32, valeur: ({ creche }) => creche },
  { titre: 'Territoire', type: 'texte', largeur: 28, valeur: ({ territoire }) => territoire },
  { titre: 'Nature', type: 'texte', largeur: 22, valeur: ({ nature }) => NATURES_LIGNE[nature] },
  { titre: 'Tenue par', type: 'texte', largeur: 28, valeur: ({ tenue }) => tenue },
  { titre: 'Lignes', type: 'nombre', valeur: ({ lignes }) => lignes },
  { titre: 'Budget, €', type: 'nombre', valeur: ({ budgetCentimes }) => budgetCentimes / 100 },
  { titre: 'Engagé, €', type: 'nombre', valeur: ({ engageCentimes }) => engageCentimes / 100 },
  { titre: 'Mandaté, €', type: 'nombre', valeur: ({ mandateCentimes }) => mandateCentimes / 100 },
  { titre: 'Engagé, %', type: 'nombre', valeur: ({ tauxEngagement }) => pourCent(tauxEngagement) },
  { titre: 'Mandaté, %', type: 'nombre', valeur: ({ tauxRealisation }) => pourCent(tauxRealisation) },
  { titre: 'Atterrissage, €', type: 'nombre', valeur: ({ atterrissageCentimes }) => atterrissageCentimes / 100 },
  { titre: 'Atterrissage, %', type: 'nombre', valeur: ({ tauxAtterrissage }) => pourCent(tauxAtterrissage) },
  { titre: 'Alerte', type: 'texte', largeur: 24, valeur: ({ alerte }) => (alerte ? ALERTES[alerte] : '') },
];
