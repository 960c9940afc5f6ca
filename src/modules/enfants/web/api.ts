import type { ApiEntree } from '#server/api/define-api.ts';
import { apiDossiers } from './api/dossiers.ts';
import { apiFamille } from './api/famille.ts';
import { apiMissions } from './api/missions.ts';

/** Les enfants par l'API : ce que les écrans en montrent et y écrivent, sous les mêmes missions. */
export const api: readonly ApiEntree[] = [...apiDossiers, ...apiFamille, ...apiMissions];
