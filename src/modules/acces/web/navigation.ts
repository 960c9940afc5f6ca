import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Relais',
    href: '/relais',
    groupe: 'situations',
    ordre: 185,
    habilitation: 'enfants.lire-mission',
  },
  {
    titre: 'Ouvrir en urgence',
    href: '/bris-de-glace',
    groupe: 'situations',
    ordre: 190,
    habilitation: 'acces.bris-de-glace',
  },
  {
    titre: 'Revue des urgences',
    href: '/bris-de-glace/revue',
    groupe: 'administration',
    ordre: 911,
    habilitation: 'acces.revoir',
  },
];
