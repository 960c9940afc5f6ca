import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Évaluations à couvrir',
    href: '/informations/a-couvrir',
    groupe: 'situations',
    ordre: 92,
    habilitation: 'ip.attribuer',
  },
];
