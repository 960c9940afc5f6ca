import type { InformationDue } from '../rules/information-due.ts';

/** Où sont les pages des suites d'une information. */
export function formatAdresseSuites(informationId: string, page = ''): string {
  return `/informations/${informationId}/suites${page ? `/${page}` : ''}`;
}

/** Où s'inscrit ce que l'on a dit. */
export function formatAdresseInformer(
  informationId: string,
  { objet, aQui, signalementId }: Pick<InformationDue, 'objet' | 'aQui' | 'signalementId'>,
): string {
  const parametres = new URLSearchParams({ objet, aQui, ...(signalementId ? { signalementId } : {}) });
  return `${formatAdresseSuites(informationId, 'informer')}?${parametres}`;
}

/** Les écrits du circuit, que tient un module au-dessus. */
export function formatAdresseEcrits(informationId: string): string {
  return `/informations/${informationId}/ecrits`;
}
