import type { EntreeDeNavigation } from '#web/cadre/navigation.ts';
import { ADRESSE_TRAVAUX } from './adresses.ts';

export const navigation: readonly EntreeDeNavigation[] = [
  {
    titre: 'Travaux des crèches',
    href: ADRESSE_TRAVAUX,
    groupe: 'petite-enfance',
    habilitation: 'creches.suivre',
    ordre: 61,
  },
];
