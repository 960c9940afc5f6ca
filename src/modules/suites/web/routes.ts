import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/suites/web/${fichier}`;
const SIGNALEMENTS = 'informations/:id/suites/signalements';

export default [
  route('informations/signalements', page('signalements.tsx')),
  route('informations/:id/suites', page('suites.tsx')),
  route('informations/:id/suites/decider', page('decider.tsx')),
  route('informations/:id/suites/clore', page('clore.tsx')),
  route('informations/:id/suites/informer', page('informer.tsx')),
  route('informations/:id/suites/accord', page('accord.tsx')),
  route(`${SIGNALEMENTS}/nouveau`, page('signalement-nouveau.tsx')),
  route(`${SIGNALEMENTS}/:signalement`, page('signalement.tsx')),
  route(`${SIGNALEMENTS}/:signalement/modifier`, page('signalement-modifier.tsx')),
  route(`${SIGNALEMENTS}/:signalement/:acte`, page('signalement-acte.tsx')),
] satisfies RouteConfigEntry[];
