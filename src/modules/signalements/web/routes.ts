import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/signalements/web/${fichier}`;
const SIGNALEMENTS = 'informations/:id/suites/signalements';

export default [
  route('informations/signalements', page('signalements.tsx')),
  route(`${SIGNALEMENTS}/nouveau`, page('signalement-nouveau.tsx')),
  route(`${SIGNALEMENTS}/:signalement`, page('signalement.tsx')),
  route(`${SIGNALEMENTS}/:signalement/modifier`, page('signalement-modifier.tsx')),
  route(`${SIGNALEMENTS}/:signalement/:acte`, page('signalement-acte.tsx')),
] satisfies RouteConfigEntry[];
