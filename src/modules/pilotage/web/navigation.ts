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
  {
    titre: 'Délais d’évaluation',
    href: '/tableau/evaluations',
    groupe: 'pilotage',
    habilitation: ['ip.recueillir', 'ip.lire-perimetre'],
    ordre: 45,
  },
];
