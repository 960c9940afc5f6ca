import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/suivi-eaje/web/${fichier}`;

export default [
  route('creches/suivi', page('suivi.tsx')),
  route('creches/:id/suivi', page('suivi-creche.tsx')),
  route('creches/:id/suivi/controle', page('controle.tsx')),
  route('creches/:id/suivi/fait', page('fait-nouveau.tsx')),
  route('creches/:id/contact-urgence', page('contact.tsx')),
  route('creches/:id/contact-urgence/informer', page('contact-informer.tsx')),
  route('creches/controles/:id/corriger', page('controle-corriger.tsx')),
  route('creches/controles/:id/mesure', page('mesure-nouvelle.tsx')),
  route('creches/mesures-correctives/:id', page('mesure.tsx')),
  route('creches/mesures-correctives/:id/corriger', page('mesure-corriger.tsx')),
  route('creches/faits-marquants/informations/:id/corriger', page('information-corriger.tsx')),
  route('creches/faits-marquants/:id/corriger', page('fait-corriger.tsx')),
  route('creches/faits-marquants/:id', page('fait.tsx')),
] satisfies RouteConfigEntry[];
