import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/contrats-eaje/web/${fichier}`;

export default [
  route('creches/:id/enfants', page('enfants.tsx')),
  route('creches/:id/enfants.xlsx', page('enfants-classeur.ts')),
  route('creches/participations', page('bareme.tsx')),
  route('creches/:id/familles/nouvelle', page('famille-saisie.tsx'), { id: 'famille-creche-nouvelle' }),
  route('creches/familles/:id', page('famille.tsx')),
  route('creches/familles/:id/modifier', page('famille-saisie.tsx'), { id: 'famille-creche-modifier' }),
  route('creches/familles/:id/ressources', page('ressources.tsx')),
  route('creches/familles/:id/enfant', page('enfant.tsx'), { id: 'enfant-creche-nouveau' }),
  route('creches/enfants/:id/modifier', page('enfant.tsx'), { id: 'enfant-creche-modifier' }),
  route('creches/enfants/:id/contrat', page('contrat-saisie.tsx'), { id: 'contrat-creche-nouveau' }),
  route('creches/enfants/:id/absence', page('absence.tsx')),
  route('creches/enfants/:id/reservation', page('reservation.tsx')),
  route('creches/absences/:id/annuler', page('annuler.tsx'), { id: 'absence-enfant-annuler' }),
  route('creches/reservations/:id/annuler', page('annuler.tsx'), { id: 'reservation-creche-annuler' }),
  route('creches/ressources/:id/annuler', page('annuler.tsx'), { id: 'ressources-creche-annuler' }),
  route('creches/contrats/:id', page('contrat.tsx')),
  route('creches/contrats/:id/avenant', page('contrat-saisie.tsx'), { id: 'contrat-creche-avenant' }),
  route('creches/contrats/:id/fin', page('fin.tsx')),
] satisfies RouteConfigEntry[];
