import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/tableau-eaje/web/${fichier}`;

export default [
  route('creches/tableau', page('tableau.tsx')),
  route('creches/tableau.xlsx', page('tableau-classeur.ts')),
  route('creches/tableau/donnees-douteuses', page('donnees-douteuses.tsx')),
  route('creches/tableau/:code', page('indicateur.tsx')),
  route('creches/tableau/:code/classeur.xlsx', page('indicateur-classeur.ts')),
] satisfies RouteConfigEntry[];
