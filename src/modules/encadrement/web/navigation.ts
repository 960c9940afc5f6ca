import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Crèches du jour',
    href: '/creches/du-jour',
    groupe: 'petite-enfance',
    habilitation: 'creches.lire',
    touche: 'b',
    ordre: 600,
  },
];
