/** Porte 1, pure : les mots et le calcul de la participation des familles. */
export { computeTarif, findTauxEffort } from './rules/tarif.ts';
