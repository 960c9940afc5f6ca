import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/personnes/web/${fichier}`;

export default [
  route('enfants/:id/identite', page('identite.tsx')),
  route('enfants/:id/autre-nom', page('autre-nom.tsx')),
  route('enfants/:id/proche', page('proche.tsx')),
  route('enfants/:id/lien', page('lien.tsx')),
  route('enfants/:id/foyer', page('foyer.tsx')),
  route('enfants/:id/foyers/:menage/adresse', page('adresse.tsx')),
  route('enfants/:id/foyers/:menage/membre', page('membre.tsx')),
  route('personnes/doublons', page('doublons.tsx')),
  route('personnes/fusion', page('fusion.tsx')),
  route('personnes/:id', page('personne.tsx')),
] satisfies RouteConfigEntry[];
