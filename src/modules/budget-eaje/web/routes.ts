import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/budget-eaje/web/${fichier}`;

export default [
  route('creches/budget', page('budget.tsx')),
  route('creches/budget.xlsx', page('budget-classeur.ts')),
  route('creches/budget/comparaison', page('comparaison.tsx')),
  route('creches/budget/lignes/:id', page('ligne.tsx')),
  route('creches/budget/lignes/:id/corriger', page('ligne-corriger.tsx')),
  route('creches/budget/lignes/:id/arbitrer', page('arbitrer.tsx')),
  route('creches/budget/lignes/:id/engager', page('engager.tsx')),
  route('creches/budget/lignes/:id/prestation', page('prestation-nouvelle.tsx')),
  route('creches/budget/prestations/:id', page('prestation.tsx')),
  route('creches/budget/engagements/:id', page('engagement.tsx')),
  route('creches/budget/engagements/:id/corriger', page('engagement-corriger.tsx')),
  route('creches/budget/engagements/:id/mandater', page('mandater.tsx')),
  route('creches/budget/mandatements/:id/corriger', page('mandatement-corriger.tsx')),
  route('creches/:id/budget', page('budget-creche.tsx')),
  route('creches/:id/budget/ligne', page('ligne-nouvelle.tsx')),
] satisfies RouteConfigEntry[];
