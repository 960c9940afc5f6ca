import type { Onglet } from '#web/ui/navigation-locale.tsx';

/** Les pages d'un dossier. */
export function listOnglets(id: string, actif: string, peutProteger: boolean): Onglet[] {
  const pages = [
    ['fiche', '', 'Dossier'],
    ['missions', '/missions', 'Missions'],
    ['consultations', '/consultations', 'Qui a consulté'],
    ...(peutProteger ? [['proteger', '/proteger', 'Protéger']] : []),
  ];
  return pages.map(([cle, chemin, titre]) => ({
    titre: titre ?? '',
    href: `/enfants/${id}${chemin}`,
    actif: cle === actif,
  }));
}
