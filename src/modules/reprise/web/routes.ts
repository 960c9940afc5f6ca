import { route } from '@react-router/dev/routes';

export default [
  route('reprise', 'modules/reprise/web/liste.tsx'),
  route('reprise/nouveau', 'modules/reprise/web/nouveau.tsx'),
  route('reprise/:id', 'modules/reprise/web/fiche.tsx'),
  route('reprise/:id/colonnes', 'modules/reprise/web/colonnes.tsx'),
  route('reprise/:id/refus/:format', 'modules/reprise/web/refus.ts'),
];
