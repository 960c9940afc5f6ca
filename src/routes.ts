import { globSync } from 'node:fs';
import { layout, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes';

type ModuleRoutes = { default: RouteConfigEntry[]; horsCadre?: RouteConfigEntry[] };

// Chaque module déclare ses pages dans web/routes.ts : `default` dans le cadre (rail, en-tête),
// `horsCadre` pour celles qui s'affichent seules (connexion, impressions).
const modules = await Promise.all(
  globSync('modules/*/web/routes.ts', { cwd: import.meta.dirname })
    .sort()
    .map((path): Promise<ModuleRoutes> => import(/* @vite-ignore */ `${import.meta.dirname}/${path}`)),
);

export default [
  layout('web/cadre/cadre.tsx', { id: 'cadre' }, [
    ...modules.flatMap((module) => module.default),
    route('recherche', 'web/recherche/recherche.tsx'),
    route('documentation-api', 'web/documentation-api/documentation-api.tsx'),
    route('raccourcis', 'web/cadre/raccourcis.tsx'),
    route('*', 'web/cadre/introuvable.tsx'),
  ]),
  route('apparence', 'web/cadre/apparence.ts'),
  ...modules.flatMap((module) => module.horsCadre ?? []),
] satisfies RouteConfig;
