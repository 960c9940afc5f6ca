/**
 * Fratrie : qui a quels parents en commun, et qui vit sous le même toit.
 *
 * Le texte : l'enfant ne doit pas être séparé de ses frères et sœurs, sauf si son intérêt le commande (C. civ. 371-5).
 * Lu ici : une filiation établie, contestée ou adoptive compte ; une filiation non établie ne compte pas. « Même père » n'est
 * dit consanguin que si les mères sont connues et différentes : sinon on dit ce que l'on sait, rien de plus.
 */
import type { Filiation, LienQualite } from '../lien.ts';

export type LienDeFiliation = { enfantId: string; parentId: string; qualite: LienQualite; filiation: Filiation | null };

export type NatureFratrie =
  | 'germain'
  | 'uterin'
  | 'consanguin'
  | 'meme-mere'
  | 'meme-pere'
  | 'parent-commun'
  | 'meme-menage'
  | 'declare';

export const LIBELLE_NATURE_FRATRIE: Record<NatureFratrie, string> = {
  germain: 'mêmes père et mère',
  uterin: 'même mère, pères différents',
  consanguin: 'même père, mères différentes',
  'meme-mere': 'même mère, père non connu',
  'meme-pere': 'même père, mère non connue',
  'parent-commun': 'un parent commun',
  'meme-menage': 'vit sous le même toit',
  declare: 'déclaré frère ou sœur',
};

type Parents = { meres: Set<string>; peres: Set<string>; parents: Set<string> };

/** Frères et sœurs de `enfantId` d'après les liens ; `declares` et `colocataires` ne comptent que sans parent commun. */
export function computeFratrie(
  enfantId: string,
  liens: readonly LienDeFiliation[],
  declares: readonly string[] = [],
  colocataires: readonly string[] = [],
): Map<string, NatureFratrie> {
  const fratrie = new Map<string, NatureFratrie>();
  for (const id of colocataires) fratrie.set(id, 'meme-menage');
  for (const id of declares) fratrie.set(id, 'declare');
  const parEnfant = buildParents(liens);
  const siens = parEnfant.get(enfantId);
  if (siens)
    for (const [id, leurs] of parEnfant) {
      const nature = id === enfantId ? undefined : computeNature(siens, leurs);
      if (nature) fratrie.set(id, nature);
    }
  fratrie.delete(enfantId);
  return fratrie;
}

function buildParents(liens: readonly LienDeFiliation[]): Map<string, Parents> {
  const parEnfant = new Map<string, Parents>();
  for (const { enfantId, parentId, qualite, filiation } of liens) {
    if (filiation === null || filiation === 'non-etablie') continue;
    const parents = parEnfant.get(enfantId) ?? { meres: new Set(), peres: new Set(), parents: new Set() };
    parEnfant.set(enfantId, parents);
    if (qualite === 'mere') parents.meres.add(parentId);
    if (qualite === 'pere') parents.peres.add(parentId);
    parents.parents.add(parentId);
  }
  return parEnfant;
}

function computeNature(siens: Parents, leurs: Parents): NatureFratrie | undefined {
  const communs = countCommuns(siens.parents, leurs.parents);
  if (communs === 0) return undefined;
  if (communs > 1) return 'germain';
  if (countCommuns(siens.meres, leurs.meres) > 0)
    return siens.peres.size > 0 && leurs.peres.size > 0 ? 'uterin' : 'meme-mere';
  if (countCommuns(siens.peres, leurs.peres) > 0)
    return siens.meres.size > 0 && leurs.meres.size > 0 ? 'consanguin' : 'meme-pere';
  return 'parent-commun';
}

function countCommuns(siens: ReadonlySet<string>, leurs: ReadonlySet<string>): number {
  return [...siens].filter((id) => leurs.has(id)).length;
}
