import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/travaux-eaje/web/${fichier}`;

export default [
  route('creches/travaux', page('travaux.tsx')),
  route('creches/travaux.xlsx', page('travaux-classeur.ts')),
  route('creches/:id/travaux', page('travaux-creche.tsx')),
  route('creches/:id/travaux/besoin', page('besoin.tsx')),
  route('creches/travaux/:id', page('dossier.tsx')),
  route('creches/travaux/:id/corriger', page('corriger.tsx')),
  route('creches/travaux/:id/impact', page('impact.tsx')),
  route('creches/travaux/:id/avancer', page('avancer.tsx')),
  route('creches/travaux/:id/calendrier', page('calendrier.tsx')),
  route('creches/travaux/:id/relogement', page('relogement.tsx')),
  route('creches/travaux/:id/reouverture', page('reouverture.tsx')),
  route('creches/travaux/:id/informer', page('informer.tsx')),
  route('creches/travaux/informations/:id/corriger', page('information-corriger.tsx')),
] satisfies RouteConfigEntry[];
