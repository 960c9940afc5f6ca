import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/eaje/web/${fichier}`;

export default [
  route('creches', page('creches.tsx')),
  route('creches/:id', page('fiche.tsx'), { id: 'creche-fiche' }),
  route('creches/:id/professionnels', page('professionnels.tsx')),
] satisfies RouteConfigEntry[];
