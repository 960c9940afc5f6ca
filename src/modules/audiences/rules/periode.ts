import { DEPUIS_TOUJOURS } from '#modules/mesures/index.ts';
import type { Periode } from '#shared/periode.ts';

/** Le référentiel n'a pas relevé la date d'effet de ces textes. */
export const TOUJOURS: Periode = { du: DEPUIS_TOUJOURS, au: null };
