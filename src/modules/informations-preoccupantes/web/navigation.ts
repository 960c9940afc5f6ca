import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Informations',
    href: '/informations',
    groupe: 'situations',
    touche: 'i',
    ordre: 90,
    habilitation: ['ip.recueillir', 'ip.lire-perimetre', 'ip.evaluer'],
  },
];
