import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export default [
  route('mesures/:id/ecrits/:nature/:decision?', 'modules/ecrits-mesures/web/ecrit-mesure-word.ts'),
] satisfies RouteConfigEntry[];
