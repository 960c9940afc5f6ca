import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Crèches',
    href: '/creches',
    groupe: 'petite-enfance',
    habilitation: 'creches.lire',
    touche: 'k',
    ordre: 602,
  },
];
