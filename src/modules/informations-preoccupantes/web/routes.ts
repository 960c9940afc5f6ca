import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/informations-preoccupantes/web/${fichier}`;

export default [
  route('informations', page('liste.tsx')),
  route('informations.xlsx', page('classeur.ts')),
  route('enfants/:id/informations', page('informations.tsx')),
  route('informations/:id', page('fiche.tsx')),
  route('informations/:id/piece', page('piece-nouvelle.tsx')),
  route('informations/:id/pieces/:piece', page('piece.ts')),
] satisfies RouteConfigEntry[];
