import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

const SUIVRE = ['enfants.lire-mission', 'enfants.lire-perimetre'] as const;

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Mesures', href: '/mesures', groupe: 'situations', touche: 'm', ordre: 110, habilitation: SUIVRE },
  {
    titre: 'Ordonné, pas exécuté',
    href: '/mesures/ordonne-pas-execute',
    groupe: 'situations',
    ordre: 111,
    habilitation: SUIVRE,
  },
];
