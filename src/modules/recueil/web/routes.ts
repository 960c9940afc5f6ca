import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/recueil/web/${fichier}`;

export default [
  route('informations/nouvelle', page('nouvelle.tsx')),
  route('informations/brouillons', page('brouillons.tsx')),
  route('informations/brouillon', page('brouillon.ts')),
  route('informations/verification', page('verification.ts')),
  route('informations/:id/analyse', page('analyse.tsx')),
  route('informations/:id/qualification', page('qualification.tsx')),
  route('informations/:id/hors-ip', page('hors-ip.tsx')),
  route('informations/:id/transfert', page('transfert.tsx')),
  route('informations/:id/transfert/dossier', page('transfert-dossier.tsx')),
  route('informations/:id/transfert.json', page('transfert-json.ts')),
  route('informations/:id/accuse', page('accuse.tsx')),
  route('informations/:id/element', page('element.tsx')),
  route('informations/:id/urgence', page('urgence.tsx')),
  route('informations/:id/reconnaitre', page('reconnaitre.tsx')),
  route('informations/:id/lien', page('lien.tsx')),
  route('informations/:id/correction', page('correction.tsx')),
  route('informations/:id/reception', page('reception.tsx')),
] satisfies RouteConfigEntry[];
