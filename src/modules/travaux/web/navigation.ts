import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Travaux de fond',
    href: '/administration/travaux',
    groupe: 'administration',
    habilitation: 'travaux.lire',
    ordre: 840,
  },
];
