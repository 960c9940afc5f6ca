import type { Contexte } from '#database/as-agent.ts';
import type { GroupeTrouve, SourceDeRecherche } from './source.ts';

// Chaque module donne ce que l'on peut y chercher dans web/recherche.ts, sous le nom `recherche`.
const parModule = import.meta.glob<SourceDeRecherche>('../../modules/*/web/recherche.ts', {
  eager: true,
  import: 'recherche',
});
const sources: readonly SourceDeRecherche[] = Object.values(parModule);

/** L'adresse à ouvrir sans passer par les résultats, si le texte est une référence exacte ; de deux, on choisit aux résultats. */
export async function findDirect(contexte: Contexte, texte: string): Promise<string | undefined> {
  const directes: string[] = [];
  for (const source of sources) {
    const href = await source.findDirect?.(contexte, texte);
    if (href !== undefined) directes.push(href);
  }
  return directes.length === 1 ? directes[0] : undefined;
}

/** Tout ce qui répond, par nature ; les groupes vides n'apparaissent pas. */
export async function findPartout(contexte: Contexte, texte: string): Promise<GroupeTrouve[]> {
  const groupes: GroupeTrouve[] = [];
  for (const source of sources) groupes.push(...(await source.find(contexte, texte)));
  return groupes.filter(({ trouvailles }) => trouvailles.length > 0).sort((a, b) => a.ordre - b.ordre);
}

/** Ce que l'on peut taper, et ce que peut faire ensuite qui n'a pas trouvé. */
export function listAides({ agent }: Contexte) {
  return {
    conseils: sources.flatMap(({ conseils }) => conseils),
    suites: sources.flatMap(({ listSuites }) => listSuites?.(agent) ?? []),
  };
}
