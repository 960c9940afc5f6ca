import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  { titre: 'Organisation', href: '/organisation', groupe: 'administration', touche: 'o', ordre: 900 },
  { titre: 'Agents', href: '/organisation/agents', groupe: 'administration', touche: 'a', ordre: 901 },
  { titre: 'Délégations', href: '/organisation/delegations', groupe: 'administration', touche: 'd', ordre: 902 },
  { titre: 'Paramètres', href: '/organisation/parametres', groupe: 'administration', touche: 'p', ordre: 903 },
];
