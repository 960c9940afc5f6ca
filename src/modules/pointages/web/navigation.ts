import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Badges des crèches',
    href: '/creches/pointages/import',
    groupe: 'petite-enfance',
    habilitation: 'creches.accueillir',
    ordre: 640,
  },
];
