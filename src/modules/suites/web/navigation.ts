import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'À dire',
    href: '/informations/a-dire',
    groupe: 'situations',
    ordre: 93,
    habilitation: ['ip.recueillir', 'ip.lire-perimetre', 'ip.evaluer'],
  },
];
