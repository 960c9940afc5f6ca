/** Tous les indicateurs du tableau, dans l'ordre où ils se lisent. */
import type { Indicateur } from './indicateur.ts';
import { INDICATEURS_ENCADREMENT } from './indicateurs-encadrement.ts';
import { INDICATEURS_EQUIPE } from './indicateurs-professionnel.ts';
import { INDICATEURS_ACTIVITE } from './indicateurs-psu.ts';
import { INDICATEURS_SUIVI } from './indicateurs-suivi.ts';

export const INDICATEURS: readonly Indicateur[] = [
  ...INDICATEURS_ACTIVITE,
  ...INDICATEURS_ENCADREMENT,
  ...INDICATEURS_EQUIPE,
  ...INDICATEURS_SUIVI,
];

export function findIndicateur(code: string): Indicateur | undefined {
  return INDICATEURS.find((indicateur) => indicateur.code === code);
}
