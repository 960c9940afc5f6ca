import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/trames/web/${fichier}`;

export default [
  route('administration/trames', page('liste.tsx')),
  route('administration/trames/:nature', page('fiche.tsx')),
  route('administration/trames/:nature/remplacer', page('remplacer.tsx')),
  route('administration/trames/:nature/:fichier.docx', page('fichier.ts')),
] satisfies RouteConfigEntry[];
