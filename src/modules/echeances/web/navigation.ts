import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Échéances',
    href: '/echeances',
    groupe: 'situations',
    ordre: 85,
    habilitation: ['enfants.lire-mission', 'enfants.lire-perimetre', 'creches.lire', 'ip.recueillir', 'ip.evaluer'],
  },
];
