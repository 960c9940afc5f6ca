/** Où sont les pages des suites d'une information. */
export function formatAdresseSuites(informationId: string, page = ''): string {
  return `/informations/${informationId}/suites${page ? `/${page}` : ''}`;
}
