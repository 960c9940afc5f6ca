import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export default [
  route('rapprochement/ressemblances', 'modules/rapprochement/web/ressemblances.ts'),
] satisfies RouteConfigEntry[];
