import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/delegations/web/${fichier}`;

export default [
  route('organisation/delegations', page('par-acte.tsx')),
  route('organisation/delegations/liste', page('liste.tsx')),
  route('organisation/delegations.xlsx', page('classeur.ts')),
] satisfies RouteConfigEntry[];
