import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Heures et PSU',
    href: '/creches/activite',
    groupe: 'petite-enfance',
    ordre: 660,
    habilitation: 'creches.financer',
  },
];
