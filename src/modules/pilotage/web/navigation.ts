import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Territoire',
    href: '/tableau',
    groupe: 'pilotage',
    habilitation: 'enfants.lire-perimetre',
    touche: 't',
    ordre: 40,
  },
];
