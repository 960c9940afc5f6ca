import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Jetons de l’API', href: '/jetons', groupe: 'administration', habilitation: 'api.gerer', ordre: 830 },
];
