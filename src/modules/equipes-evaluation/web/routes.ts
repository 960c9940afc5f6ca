import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/equipes-evaluation/web/${fichier}`;

export default [
  route('informations/a-couvrir', page('a-couvrir.tsx')),
  route('informations/:id/attribution', page('attribution.tsx')),
] satisfies RouteConfigEntry[];
