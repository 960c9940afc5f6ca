/** Où sont les pages des suites d'une information. */
export function formatAdresseSuites(informationId: string, page = ''): string {
  return `/informations/${informationId}/suites${page ? `/${page}` : ''}`;
}

export function formatAdresseSignalement(informationId: string, signalementId: string, page = ''): string {
  return formatAdresseSuites(informationId, `signalements/${signalementId}${page ? `/${page}` : ''}`);
}
