import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Journal', href: '/journal', groupe: 'administration', habilitation: 'journal.lire', ordre: 80 },
];
