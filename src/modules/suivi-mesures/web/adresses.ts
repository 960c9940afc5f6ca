/** Où est une mesure, et la page d'un de ses actes. */
export function formatAdresseMesure(mesureId: string, page = ''): string {
  return `/mesures/${mesureId}${page ? `/${page}` : ''}`;
}

/** Les mesures d'un enfant, à l'onglet de son dossier. */
export function formatAdresseMesures(enfantId: string): string {
  return `/enfants/${enfantId}/mesures`;
}

/** Proposer une mesure, ou inscrire une décision de justice, pour cet enfant. */
export function formatAdresseNouvelle(page: 'nouvelle' | 'recevoir', enfantId: string, code?: string): string {
  return `/mesures/${page}?${new URLSearchParams({ enfant: enfantId, ...(code ? { code } : {}) })}`;
}
