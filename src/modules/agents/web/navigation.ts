import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Organisation', href: '/organisation', groupe: 'administration', touche: 'o', ordre: 900 },
  { titre: 'Agents', href: '/organisation/agents', groupe: 'administration', touche: 'a', ordre: 901 },
];
