import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Budget des crèches',
    href: '/creches/budget',
    groupe: 'petite-enfance',
    habilitation: 'creches.suivre',
    ordre: 670,
  },
];
