/** Porte 1, pure : les faits des travaux d'une crèche, ce qu'ils font devoir, ce qu'ils gèlent et ce qu'une hôte peut. */
export { FAITS_TRAVAUX_EAJE } from './faits.ts';
export { computeImpact } from './rules/impact.ts';
export { REGLES_TRAVAUX_EAJE } from './rules/obligations.ts';
export { computePlacesLibres } from './rules/relogement.ts';
