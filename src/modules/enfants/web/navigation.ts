import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Enfants',
    href: '/enfants',
    groupe: 'situations',
    touche: 'e',
    ordre: 100,
    habilitation: 'enfants.lire-mission',
  },
];
