import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Trames Word',
    href: '/administration/trames',
    groupe: 'administration',
    habilitation: 'trames.gerer',
    ordre: 904,
  },
];
