import { formatJour } from '#shared/jour-civil-format.ts';
import type { Periode } from '#shared/periode.ts';

/** Le référentiel n'a pas relevé toutes les dates d'effet : une règle lue comme valant depuis toujours commence là. */
const DEPUIS_TOUJOURS = '1900-01-01';

/** « depuis le 7 février 2022 », « du … au … » */
export function formatVigueur({ du, au }: Periode): string {
  const debut = du <= DEPUIS_TOUJOURS ? 'sans date d’effet relevée' : `depuis le ${formatJour(du, 'long')}`;
  return au === null ? debut : `${debut}, jusqu’au ${formatJour(au, 'long')}`;
}
