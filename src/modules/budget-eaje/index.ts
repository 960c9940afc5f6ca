/** Porte 1, pure : les faits de l'argent d'une crèche et ce qu'ils font devoir. */
import { REGLES_LIGNE } from './rules/obligations-ligne.ts';
import { REGLES_SERVICE } from './rules/obligations-service.ts';

export { FAITS_BUDGET_EAJE } from './faits.ts';
export const REGLES_BUDGET_EAJE = [...REGLES_SERVICE, ...REGLES_LIGNE];
