import type { Etape } from '#web/ui/navigation-locale.tsx';
import type { Creche } from '../data/familles.server.ts';

export function buildFil({ id, nom }: Pick<Creche, 'id' | 'nom'>, ...suite: Etape[]): Etape[] {
  return [
    { titre: 'Crèches', href: '/creches' },
    { titre: nom, href: `/creches/${id}` },
    { titre: 'Enfants', href: `/creches/${id}/enfants` },
    ...suite,
  ];
}

export const formatAdresseFamille = (id: string) => `/creches/familles/${id}`;
export const formatAdresseContrat = (id: string) => `/creches/contrats/${id}`;
