/**
 * Le surnombre à un instant : plus d'enfants que de places, jusqu'où (CAP-05).
 *
 * Ce que dit le texte : à un instant, 115 % de la capacité autorisée au plus ; sur la semaine, 100 % (CSP R2324-27).
 * Comment il est lu ici : l'arrondi de 115 % n'est écrit nulle part : entre les deux lectures on prévient, au-delà de la plus large on
 * arrête. Tout se compte en entiers (GEN-03).
 * Non traité : les données que la PMI peut demander (CAP-07).
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { ARRONDI_SURNOMBRE, CSP_R2324_27 } from './textes.ts';

/** En centièmes de la capacité : à un instant, et sur la semaine (CAP-06). */
export type Surnombre = Readonly<{ instant: number; semaine: number }>;

export const SURNOMBRE = createDonneeDatee<Surnombre>('surnombre, en centièmes', [
  { du: jourCivil('2021-09-01'), au: null, valeur: { instant: 115, semaine: 100 }, texte: CSP_R2324_27 },
]);
export const TEXTES_SURNOMBRE = [CSP_R2324_27, ARRONDI_SURNOMBRE];

/** Au-delà de `sur`, l'arrondi est à confirmer auprès de la PMI ; au-delà de `auPlus`, c'est non. */
export type BornesSurnombre = Readonly<{ sur: number; auPlus: number }>;

export function computeBornesSurnombre(places: number, { surnombre }: { surnombre: Surnombre }): BornesSurnombre {
  const centiemes = places * surnombre.instant;
  return { sur: Math.floor(centiemes / 100), auPlus: Math.ceil(centiemes / 100) };
}
