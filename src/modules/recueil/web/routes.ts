import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/recueil/web/${fichier}`;

export default [
  route('informations/nouvelle', page('nouvelle.tsx')),
  route('informations/brouillons', page('brouillons.tsx')),
  route('informations/brouillon', page('brouillon.ts')),
  route('informations/verification', page('verification.ts')),
] satisfies RouteConfigEntry[];
