/** L'arbre des unités, mis dans l'ordre de lecture : chaque unité, puis ce qui en dépend. */
import type { UniteEnArbre } from '../organigramme.ts';

export type UniteComptee = Omit<UniteEnArbre, 'niveau'>;

/** `unites` déjà rangées entre sœurs. Une unité dont le parent n'est pas dans la liste devient une racine. */
export function computeArbre(unites: readonly UniteComptee[]): UniteEnArbre[] {
  const presentes = new Set<string>(unites.map(({ id }) => id));
  const parParent = Map.groupBy(unites, ({ parentId }) => (parentId && presentes.has(parentId) ? parentId : null));
  const descend = (parentId: UniteComptee['parentId'], niveau: number): UniteEnArbre[] =>
    (parParent.get(parentId) ?? []).flatMap((unite) => [{ ...unite, niveau }, ...descend(unite.id, niveau + 1)]);
  return descend(null, 0);
}
