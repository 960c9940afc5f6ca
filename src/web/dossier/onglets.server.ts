import type { Contexte } from '#database/as-agent.ts';
import type { Onglet } from '#web/ui/navigation-locale.tsx';

/**
 * Un onglet qu'un module ajoute au dossier d'un enfant : il l'exporte sous le nom `onglet` de son `web/onglets.ts`. Le nombre est
 * celui de ce que l'agent peut lire ; sans rien à lire, l'onglet n'est pas, sauf `permanent` : on y inscrit le premier.
 */
export type OngletDeDossier = {
  cle: string;
  chemin: string;
  titre: string;
  permanent?: boolean;
  count: (contexte: Contexte, enfantId: string) => Promise<number>;
};

const parModule = import.meta.glob<OngletDeDossier>('../../modules/*/web/onglets.ts', {
  eager: true,
  import: 'onglet',
});

/** Les pages d'un dossier. */
export async function listOnglets(
  contexte: Contexte,
  id: string,
  actif: string,
  peutProteger: boolean,
): Promise<Onglet[]> {
  const ajoutes: Onglet[] = [];
  for (const { cle, chemin, titre, permanent, count } of Object.values(parModule)) {
    const nombre = await count(contexte, id);
    if (nombre > 0 || permanent) ajoutes.push({ titre, href: `/enfants/${id}${chemin}`, actif: cle === actif, nombre });
  }
  const onglet = (cle: string, chemin: string, titre: string): Onglet => ({
    titre,
    href: `/enfants/${id}${chemin}`,
    actif: cle === actif,
  });
  return [
    onglet('fiche', '', 'Dossier'),
    ...ajoutes,
    onglet('missions', '/missions', 'Missions'),
    onglet('consultations', '/consultations', 'Qui a consulté'),
    ...(peutProteger ? [onglet('proteger', '/proteger', 'Protéger')] : []),
  ];
}
