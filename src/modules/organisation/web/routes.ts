import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/organisation/web/${fichier}`;

export default [
  route('organisation/unites/nouvelle', page('unites/saisie.tsx'), { id: 'unite-nouvelle' }),
  route('organisation/unites/:id/modifier', page('unites/saisie.tsx'), { id: 'unite-modifier' }),
  route('organisation/parametres', page('parametres/liste.tsx')),
  route('organisation/parametres/:cle', page('parametres/regler.tsx')),
  route('organisation/communes', page('communes/liste.tsx')),
  route('organisation/communes.xlsx', page('communes/classeur.ts')),
  route('organisation/communes/:code/confier', page('communes/confier.tsx')),
  route('organisation/jours-feries', page('jours-feries.tsx')),
  route('organisation/avis', page('avis.tsx')),
] satisfies RouteConfigEntry[];
