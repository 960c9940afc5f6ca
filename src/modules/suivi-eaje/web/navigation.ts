import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Suivi des crèches',
    href: '/creches/suivi',
    groupe: 'petite-enfance',
    habilitation: 'creches.suivre',
    ordre: 60,
  },
];
