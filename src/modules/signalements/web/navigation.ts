import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Signalements',
    href: '/informations/signalements',
    groupe: 'situations',
    ordre: 92,
    habilitation: ['ip.recueillir', 'ip.lire-perimetre', 'ip.evaluer'],
  },
];
