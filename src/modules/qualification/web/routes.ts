import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/qualification/web/${fichier}`;

export default [
  route('informations/:id/analyse', page('analyse.tsx')),
  route('informations/:id/urgence', page('urgence.tsx')),
  route('informations/:id/element', page('element.tsx')),
  route('informations/:id/qualification', page('qualification.tsx')),
  route('informations/:id/hors-ip', page('hors-ip.tsx')),
  route('informations/:id/transfert', page('transfert.tsx')),
  route('informations/:id/transfert/dossier', page('transfert-dossier.tsx')),
  route('informations/:id/transfert.json', page('transfert-json.ts')),
  route('informations/:id/accuse', page('accuse.tsx')),
] satisfies RouteConfigEntry[];
