import { expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildDossierTravaux } from '../testing/travaux-factory.ts';
import { listAlertes } from './dossier-view.ts';

const AUJOURDHUI = jourCivil('2026-11-21');
const dossier = buildDossierTravaux({ reloges: 5 });
const list = (hotes: { nom: string; depasse: number }[], plus = {}) =>
  listAlertes({ ...dossier, ...plus }, AUJOURDHUI, 30, hotes).map(({ titre, texte }) => ({ titre, texte }));

it('une hôte qui ne peut plus garder les enfants relogés se dit, par son nom et combien (CAP-05, CAP-06)', () => {
  expect(list([{ nom: 'Les Coquillages', depasse: 2 }])).toEqual([
    {
      titre: 'Les Coquillages passerait sa capacité',
      texte: expect.stringMatching(/2 enfants relogés y sont de trop : relogez ailleurs \(CAP-05, CAP-06\)/),
    },
  ]);
  expect(list([{ nom: 'Les Coquillages', depasse: 1 }])[0]?.texte).toContain('un enfant relogé y est de trop');
});

it('une hôte qui les garde tous ne se dit pas ; de deux, seule celle qui déborde', () => {
  expect(list([{ nom: 'Les Coquillages', depasse: 0 }])).toEqual([]);
  expect(
    list([
      { nom: 'Les Coquillages', depasse: 0 },
      { nom: 'Les Galets', depasse: 3 },
    ]).map(({ titre }) => titre),
  ).toEqual(['Les Galets passerait sa capacité']);
});

it('des travaux finis ne pressent plus personne', () => {
  for (const etat of ['ROUVERT', 'ABANDONNE'] as const)
    expect(list([{ nom: 'Les Coquillages', depasse: 2 }], { etat })).toEqual([]);
});
