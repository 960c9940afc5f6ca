import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Paramètres', href: '/organisation/parametres', groupe: 'administration', touche: 'p', ordre: 903 },
];
