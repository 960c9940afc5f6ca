import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/acces/web/${fichier}`;

export default [
  route('enfants/:id/missions', page('missions.tsx')),
  route('enfants/:id/proteger', page('proteger.tsx')),
  route('enfants/:id/consultations', page('consultations.tsx')),
  route('relais', page('relais.tsx')),
  route('relais/confier', page('relais-confier.tsx')),
  route('bris-de-glace', page('bris-de-glace.tsx')),
  route('bris-de-glace/revue', page('revue.tsx')),
  route('bris-de-glace/revue.xlsx', page('revue-classeur.ts')),
] satisfies RouteConfigEntry[];
