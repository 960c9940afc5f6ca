import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (nom: string) => `modules/jetons/web/${nom}`;

export default [
  route('jetons', page('jetons.tsx')),
  route('jetons/nouveau', page('jeton.tsx')),
] satisfies RouteConfigEntry[];
