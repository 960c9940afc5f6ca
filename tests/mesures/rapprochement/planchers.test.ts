/** De petites listes tirées d'un germe, et ce que le rapprochement doit y atteindre. Les grandes sont dans la mesure. */
import { describe, expect, it } from 'vitest';
import { matchListes } from '#modules/rapprochement/index.ts';
import type { IdentiteComparee } from '#modules/rapprochement/ressemblance.ts';
import { buildFrappeur, modeleAdministration, modeleLecture, modeleOreille } from './erreurs.ts';
import { computeBilan, evaluatePieges } from './evaluation.ts';
import {
  buildDeuxListes,
  buildPieges,
  buildUneListe,
  createAnglais,
  createFoyer,
  type Jeu,
  keepChamps,
} from './jeux.ts';

const COURTS = ['nom', 'nomUsage', 'prenom', 'dateNaissance'] as const;
const anglais = { creer: (alea: Parameters<typeof createAnglais>[0]) => [createAnglais(alea)] };
const francais = { creer: (alea: Parameters<typeof createFoyer>[0]) => createFoyer(alea, 0.05) };

const f1 = ({ a, b, vraies }: Jeu) =>
  computeBilan(
    matchListes(a, b).map((paire) => `${paire.a} ${paire.b}`),
    vraies,
  ).f1;

const jeux: [string, Jeu, courts: number, tous: number][] = [
  [
    'frappe, deux listes anglaises',
    buildDeuxListes('plancher 1', { n: 600, communes: 600, modele: buildFrappeur(6), ...anglais }),
    0.95,
    0.99,
  ],
  [
    'frappe, doubles multiples',
    buildUneListe('plancher 2', { n: 400, doubles: 200, modele: buildFrappeur(5), ...anglais }),
    0.93,
    0.985,
  ],
  ['mal lu', buildDeuxListes('plancher 3', { n: 600, communes: 300, modele: modeleLecture, ...anglais }), 0.95, 0.985],
  [
    'à l’oreille, fratries françaises',
    buildDeuxListes('plancher 4', { n: 600, communes: 300, modele: modeleOreille, ...francais }),
    0.96,
    0.985,
  ],
  [
    'administration, fratries et jumeaux',
    buildUneListe('plancher 5', { n: 500, doubles: 150, modele: modeleAdministration, ...francais }),
    0.97,
    0.985,
  ],
];

describe('le rapprochement de listes', () => {
  it.each(jeux)('%s', (_, jeu, courts, tous) => {
    expect(f1(keepChamps(jeu, COURTS))).toBeGreaterThanOrEqual(courts);
    expect(f1(jeu)).toBeGreaterThanOrEqual(tous);
  });

  it('retrouve un enfant mal écrit et n’alerte ni pour son jumeau, ni pour un homonyme', () => {
    const bilan = evaluatePieges(
      buildPieges('plancher 6', { connus: 1_500, cherches: 400, modele: modeleAdministration }),
      COURTS,
    );
    expect(bilan.parmiCinq).toBeGreaterThanOrEqual(0.995);
    expect(bilan.faussesAlertes).toBeLessThan(0.02);
  });

  it('rend les mêmes paires à chaque passage, chacune avec des raisons dont la somme est le score', () => {
    const [, jeu] = jeux[0] ?? jeux[1]!;
    const paires = matchListes(jeu.a, jeu.b, { tous: true });
    expect(matchListes(jeu.a, jeu.b, { tous: true })).toEqual(paires);
    for (const { score, raisons } of paires)
      expect(score).toBeCloseTo(1 / (1 + 2 ** -raisons.reduce((somme, { points }) => somme + points, 0)), 9);
  });

  it('accepte des listes vides, et des fiches vides', () => {
    const vide: IdentiteComparee = {};
    expect(matchListes([], null)).toEqual([]);
    expect(matchListes([], [])).toEqual([]);
    expect(matchListes([vide, vide], [vide])).toEqual([]);
    expect(matchListes([{ nom: 'Lecoutey', prenom: 'Zoé', dateNaissance: '2015-04-03' }], [vide])).toEqual([]);
  });
});
