import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/suites/web/${fichier}`;

export default [
  route('informations/a-dire', page('a-dire.tsx')),
  route('informations/a-dire.xlsx', page('a-dire-classeur.ts')),
  route('informations/:id/suites', page('suites.tsx')),
  route('informations/:id/suites/decider', page('decider.tsx')),
  route('informations/:id/suites/clore', page('clore.tsx')),
  route('informations/:id/suites/informer', page('informer.tsx')),
  route('informations/:id/suites/accord', page('accord.tsx')),
] satisfies RouteConfigEntry[];
