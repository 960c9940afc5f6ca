/** Porte 1, pure : les mots et le calcul de la participation des familles. */
export { findFinDuBareme } from './rules/bareme.ts';
export { type BornesTarif, type Charges, computeBornesTarif, computeTarif, findTauxEffort } from './rules/tarif.ts';
