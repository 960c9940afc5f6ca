import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Doublons',
    href: '/personnes/doublons',
    groupe: 'administration',
    ordre: 910,
    habilitation: 'enfants.fusionner',
  },
];
