import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/evaluations/web/${fichier}`;
const dossier = (chemin: string) => `informations/:id/evaluation/${chemin}`;

export default [
  route('informations/:id/evaluation', page('synthese.tsx')),
  route(dossier('debut'), page('debut.tsx')),
  route(dossier('rencontre/:ligne?'), page('rencontre.tsx')),
  route(dossier('avis/:ligne?'), page('avis.tsx')),
  route(dossier('raisons'), page('raisons.tsx')),
  route(dossier('redaction/:volet'), page('redaction.tsx')),
  route(dossier('redaction/:volet/rubrique'), page('redaction-rubrique.ts')),
  route(dossier('conclusion'), page('conclusion.tsx')),
  route(dossier('rapport'), page('rapport.tsx')),
  route(dossier('validation'), page('validation.tsx')),
  route(dossier('suspension'), page('suspension.tsx')),
] satisfies RouteConfigEntry[];
