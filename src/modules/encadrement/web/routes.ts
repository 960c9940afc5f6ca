import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/encadrement/web/${fichier}`;

export default [
  route('creches/du-jour', page('du-jour.tsx')),
  route('creches/:id/jour', page('jour.tsx')),
  route('creches/:id/sortie', page('sortie.tsx')),
] satisfies RouteConfigEntry[];
