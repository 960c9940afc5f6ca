import type { Regle } from '#shared/obligation.ts';
import { REGLES_AUTORISATION } from './obligations-autorisation.ts';
import { REGLES_DOCUMENT } from './obligations-document.ts';

export const REGLES_EAJE: readonly Regle[] = [...REGLES_AUTORISATION, ...REGLES_DOCUMENT];
