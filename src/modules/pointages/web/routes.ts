import { route } from '@react-router/dev/routes';

export default [
  route('creches/:id/pointage', 'modules/pointages/web/pointage.tsx'),
  route('creches/:id/pointage/envoi', 'modules/pointages/web/envoi.ts'),
  route('creches/:id/pointage/hors-ligne.js', 'modules/pointages/web/hors-ligne.ts'),
  route('creches/:id/presences', 'modules/pointages/web/presences.tsx'),
  route('creches/:id/presences/corriger', 'modules/pointages/web/corriger.tsx'),
  route('creches/pointages/import', 'modules/pointages/web/imports.tsx'),
  route('creches/pointages/import/:id', 'modules/pointages/web/import.tsx'),
  route('creches/pointages/formats/nouveau', 'modules/pointages/web/format-nouveau.tsx'),
  route('creches/pointages/formats/:id', 'modules/pointages/web/format.tsx'),
];
