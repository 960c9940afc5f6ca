import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Reprise de fichiers',
    href: '/reprise',
    groupe: 'administration',
    habilitation: 'reprise.importer',
    ordre: 70,
  },
];
