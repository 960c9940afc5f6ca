import type { ApiEntree } from '#server/api/define-api.ts';
import { apiAvis } from './api/avis.ts';
import { apiReglages } from './api/reglages.ts';
import { apiUnites } from './api/unites.ts';

/** Les unités, les réglages et les avis par l'API : les mêmes lectures et les mêmes actes que leurs pages. */
export const api: readonly ApiEntree[] = [...apiUnites, ...apiReglages, ...apiAvis];
