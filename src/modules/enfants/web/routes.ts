import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/enfants/web/${fichier}`;

export default [
  route('enfants', page('liste.tsx')),
  route('enfants.xlsx', page('classeur.ts')),
  route('enfants/nouveau', page('nouveau.tsx')),
  route('enfants/:id', page('fiche.tsx')),
  route('enfants/:id/autorite', page('autorite.tsx')),
  route('enfants/:id/statut', page('statut.tsx')),
  route('enfants/:id/partenaire', page('partenaire.tsx')),
  route('enfants/:id/cloture', page('cloture.tsx')),
  route('enfants/:id/reouverture', page('reouverture.tsx')),
  route('enfants/:id/:objet/:ligne/fin', page('fin.tsx')),
] satisfies RouteConfigEntry[];
