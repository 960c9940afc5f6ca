import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/tenue-eaje/web/${fichier}`;

export default [
  route('creches/:id/modifier', page('modifier.tsx'), { id: 'creche-modifier' }),
  route('creches/:id/autorisation', page('autorisation-nouvelle.tsx')),
  route('creches/autorisations/:id', page('autorisation.tsx')),
  route('creches/autorisations/:id/modulation', page('modulation.tsx')),
  route('creches/:id/sections', page('sections.tsx')),
  route('creches/:id/sections/:groupe', page('groupe.tsx')),
  route('creches/:id/fermetures', page('fermetures.tsx')),
  route('creches/:id/referent-sante', page('referent-sante.tsx')),
  route('creches/:id/documents/:nature', page('document.tsx')),
  route('creches/:id/documents/:nature/nouvelle', page('document-nouvelle.tsx')),
  route('creches/:id/documents/:nature/corriger', page('document-corriger.tsx')),
  route('creches/:id/professionnels/nouveau', page('professionnel-nouveau.tsx')),
  route('creches/:id/suppleance', page('suppleance.tsx')),
  route('creches/professionnels/:id', page('professionnel.tsx')),
  route('creches/professionnels/:id/horaire', page('horaire.tsx')),
] satisfies RouteConfigEntry[];
