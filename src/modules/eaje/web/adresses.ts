export const FIL_CRECHES = { titre: 'Crèches', href: '/creches' };

export function formatAdresseCreche(id: string, suite = ''): string {
  return `/creches/${id}${suite}`;
}
