import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/recueil/web/${fichier}`;

export default [
  route('informations/nouvelle', page('nouvelle.tsx')),
  route('informations/brouillons', page('brouillons.tsx')),
  route('informations/brouillon', page('brouillon.ts')),
  route('informations/verification', page('verification.ts')),
  route('informations/:id/reconnaitre', page('reconnaitre.tsx')),
  route('informations/:id/lien', page('lien.tsx')),
  route('informations/:id/correction', page('correction.tsx')),
  route('informations/:id/reception', page('reception.tsx')),
] satisfies RouteConfigEntry[];
