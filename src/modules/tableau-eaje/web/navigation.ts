import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Tableau des crèches',
    href: '/creches/tableau',
    groupe: 'petite-enfance',
    habilitation: 'creches.financer',
    ordre: 90,
  },
];
