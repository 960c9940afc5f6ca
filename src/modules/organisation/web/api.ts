import type { ApiEntree } from '#server/api/define-api.ts';
import { apiAgents } from './api/agents.ts';
import { apiDelegations } from './api/delegations.ts';
import { apiPostes } from './api/postes.ts';
import { apiReglages } from './api/reglages.ts';
import { apiUnites } from './api/unites.ts';

/** L'organisation par l'API : les mêmes lectures et les mêmes actes que ses pages. */
export const api: readonly ApiEntree[] = [...apiUnites, ...apiAgents, ...apiPostes, ...apiDelegations, ...apiReglages];
