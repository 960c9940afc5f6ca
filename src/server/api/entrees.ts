import type { ApiEntree } from './define-api.ts';

type ModuleApi = { api: readonly ApiEntree[] };

/** Les entrées d'API de tous les modules : chacun les déclare dans son `web/api.ts`. */
export const API: readonly ApiEntree[] = Object.values(
  import.meta.glob<ModuleApi>('../../modules/*/web/api.ts', { eager: true }),
).flatMap(({ api }) => api);
