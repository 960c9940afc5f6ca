import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Comptes', href: '/comptes', groupe: 'administration', habilitation: 'comptes.gerer', ordre: 820 },
];
