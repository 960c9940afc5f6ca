import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Délégations', href: '/organisation/delegations', groupe: 'administration', touche: 'd', ordre: 902 },
];
