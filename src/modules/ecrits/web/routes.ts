import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/ecrits/web/${fichier}`;

export default [
  route('informations/:id/ecrits', page('ecrits.tsx')),
  route('informations/:id/ecrits/:nature/:ligne?', page('ecrit-word.ts')),
] satisfies RouteConfigEntry[];
