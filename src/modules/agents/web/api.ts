import type { ApiEntree } from '#server/api/define-api.ts';
import { apiAgents } from './api/agents.ts';
import { apiPostes } from './api/postes.ts';
import { apiUnites } from './api/unites.ts';

/** Les agents et leurs postes par l'API : les mêmes lectures et les mêmes actes que leurs pages. */
export const api: readonly ApiEntree[] = [...apiUnites, ...apiAgents, ...apiPostes];
