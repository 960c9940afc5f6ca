import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Compter un délai', href: '/delais', groupe: null, touche: 'c', ordre: 3 },
  { titre: 'Le droit', href: '/droit', groupe: null, touche: 'l', ordre: 4 },
];
