const PAGES = {
  organisation: { titre: 'Organigramme', href: '/organisation' },
  agents: { titre: 'Agents', href: '/organisation/agents' },
  postes: { titre: 'Postes', href: '/organisation/postes' },
  delegations: { titre: 'Délégations', href: '/organisation/delegations' },
  communes: { titre: 'Communes', href: '/organisation/communes' },
  parametres: { titre: 'Paramètres', href: '/organisation/parametres' },
  'jours-feries': { titre: 'Jours fériés', href: '/organisation/jours-feries' },
} as const;

/** Les pages de l'organisation, celle que l'on lit marquée. */
export function listOnglets(actif: keyof typeof PAGES) {
  return Object.entries(PAGES).map(([cle, page]) => ({ ...page, actif: cle === actif }));
}

export const FIL_ORGANISATION = { titre: 'Organisation', href: '/organisation' };
