import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Enfants',
    href: '/enfants',
    groupe: 'situations',
    touche: 'e',
    ordre: 100,
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
    titre: 'Doublons',
    href: '/personnes/doublons',
    groupe: 'administration',
    ordre: 910,
    habilitation: 'enfants.fusionner',
  },
  {
    titre: 'Revue des urgences',
    href: '/bris-de-glace/revue',
    groupe: 'administration',
    ordre: 911,
    habilitation: 'acces.revoir',
  },
];
