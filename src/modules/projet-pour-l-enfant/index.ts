/** Porte 1, pure : les faits du projet pour l'enfant et ce qu'ils font devoir. */
import type { Regle } from '#shared/obligation.ts';
import { REGLES_BILAN_SANTE } from './rules/bilan-sante.ts';
import { REGLES_PPE } from './rules/projet.ts';
import { REGLES_RAPPORT_SITUATION } from './rules/rapport-situation.ts';

export { FAITS_PROJET, RAPPORT_ECHEANCE, RAPPORT_TRANSMIS } from './faits.ts';
export const REGLES_PROJET: readonly Regle[] = [...REGLES_PPE, ...REGLES_RAPPORT_SITUATION, ...REGLES_BILAN_SANTE];
