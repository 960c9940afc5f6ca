import { buildAdresse } from '#web/ui/adresse.ts';

export const ADRESSE_DU_JOUR = '/creches/du-jour';
export const FIL_DU_JOUR = { titre: 'Crèches du jour', href: ADRESSE_DU_JOUR };

export function formatAdresseJour(id: string, jour: string, ancre = ''): string {
  return `${buildAdresse(`/creches/${id}/jour`, { jour })}${ancre}`;
}

/** Sans sortie : en inscrire une. */
export const formatAdresseSortie = (id: string, jour: string, sortie: string | null = null): string =>
  buildAdresse(`/creches/${id}/sortie`, { jour, sortie });
