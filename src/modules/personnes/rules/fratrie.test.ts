import { expect, it } from 'vitest';
import type { Filiation, LienQualite } from '../lien.ts';
import { computeFratrie, type LienDeFiliation } from './fratrie.ts';

const lien = (
  enfantId: string,
  parentId: string,
  qualite: LienQualite,
  filiation: Filiation = 'etablie',
): LienDeFiliation => ({
  enfantId,
  parentId,
  qualite,
  filiation,
});
const lou = [lien('lou', 'julie', 'mere'), lien('lou', 'marc', 'pere')];

it.each<[string, LienDeFiliation[], string | undefined]>([
  ['mêmes père et mère', [lien('tom', 'julie', 'mere'), lien('tom', 'marc', 'pere')], 'germain'],
  ['même mère, autre père', [lien('tom', 'julie', 'mere'), lien('tom', 'paul', 'pere')], 'uterin'],
  ['même père, autre mère', [lien('tom', 'anne', 'mere'), lien('tom', 'marc', 'pere')], 'consanguin'],
  ['même mère, père inconnu', [lien('tom', 'julie', 'mere')], 'meme-mere'],
  ['même père, mère inconnue', [lien('tom', 'marc', 'pere')], 'meme-pere'],
  ['adoption par la même mère', [lien('tom', 'julie', 'mere', 'adoption-simple')], 'meme-mere'],
  [
    'filiation contestée : elle compte tant que rien n’est jugé',
    [lien('tom', 'marc', 'pere', 'contestee')],
    'meme-pere',
  ],
  ['filiation non établie : elle ne compte pas', [lien('tom', 'marc', 'pere', 'non-etablie')], undefined],
  ['un parent sans plus', [lien('tom', 'julie', 'parent')], 'parent-commun'],
  ['aucun parent commun', [lien('tom', 'anne', 'mere')], undefined],
])('fratrie (C. civ. 371-5) : %s', (_, liens, nature) => {
  expect(computeFratrie('lou', [...lou, ...liens]).get('tom')).toBe(nature);
});

it('un frère déclaré ou vivant sous le même toit se dit ainsi, sauf si un parent commun en dit plus', () => {
  const fratrie = computeFratrie('lou', [...lou, lien('tom', 'julie', 'mere')], ['tom', 'zoe'], ['zoe', 'max', 'lou']);
  expect([...fratrie].toSorted()).toEqual([
    ['max', 'meme-menage'],
    ['tom', 'meme-mere'],
    ['zoe', 'declare'],
  ]);
});
