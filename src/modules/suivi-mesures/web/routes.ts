import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/suivi-mesures/web/${fichier}`;

export default [
  route('mesures', page('mesures.tsx')),
  route('mesures.xlsx', page('mesures-classeur.ts')),
  route('mesures/ordonne-pas-execute', page('attentes.tsx')),
  route('mesures/ordonne-pas-execute.xlsx', page('attentes-classeur.ts')),
  route('mesures/nouvelle', page('nouvelle.tsx')),
  route('mesures/recevoir', page('recevoir.tsx')),
  route('mesures/:id', page('mesure.tsx')),
  route('mesures/:id/corriger', page('corriger.tsx')),
  route('mesures/:id/corriger-execution', page('corriger-execution.tsx')),
  route('mesures/:id/:acte', page('mesure-acte.tsx')),
  route('enfants/:id/mesures', page('mesures-enfant.tsx')),
] satisfies RouteConfigEntry[];
