/** Porte 1, pure : ce que le référent santé doit à une crèche. */
export { computeTenueSante, type TenueSante } from './rules/referent-sante.ts';
