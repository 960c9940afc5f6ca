import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/activite-psu/web/${fichier}`;

export default [
  route('creches/activite', page('activite.tsx')),
  route('creches/activite.xlsx', page('activite-classeur.ts')),
  route('creches/activite/bareme', page('bareme.tsx')),
  route('creches/activite/declarations', page('declarations.tsx')),
  route('creches/activite/afas.csv', page('afas.ts')),
  route('creches/:id/activite', page('creche.tsx')),
  route('creches/:id/activite/exercice', page('exercice.tsx')),
  route('creches/:id/activite/filoue.csv', page('filoue.ts')),
] satisfies RouteConfigEntry[];
