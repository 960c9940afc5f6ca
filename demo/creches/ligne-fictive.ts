import type { Ligne } from '#database/insert-rows.ts';
import type { Numero } from '../calendrier.ts';
import type { CRECHES_BUDGET } from '../parametres/creches-budget.ts';
import type { CrecheFictive } from './creche-fictive.ts';

/** Ce qu'une ligne paie, dans la démonstration. */
export type Nature = keyof typeof CRECHES_BUDGET.parPlace.valeur;

/** Les lignes produites, table par table. */
export type LignesBudget = Record<
  'lignes' | 'engagements' | 'mandatements' | 'corrections' | 'arbitrages' | 'services',
  Ligne[]
>;
/** Ce que partagent les lignes d'une crèche : qui écrit, quel service tient les marchés. */
export type Plume = { creche: CrecheFictive; responsable: string; territoire: string; serviceId: string };
export type LigneFictive = Plume & {
  id: string;
  exercice: number;
  nature: Nature;
  budget: number;
  par: string;
  fin: Numero;
};
