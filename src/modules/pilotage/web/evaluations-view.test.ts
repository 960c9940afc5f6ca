import { expect, test } from 'vitest';
import type { DelaisEvaluation } from '#modules/informations-preoccupantes/index.server.ts';
import { buildChiffresDelais, buildStock } from './evaluations-view.ts';

const DELAIS: DelaisEvaluation = {
  remises: 10,
  mediane: 80,
  neufDixiemes: 160,
  dansLeDelai: 4,
  ouvertes: 6,
  enRetard: 2,
  parAge: { '0-30': 3, '30-60': 1, '60-92': 0, '92-183': 2, '183-9999': 0 },
  serie: [],
  territoires: [],
};

test('chaque chiffre ouvre la liste de l’unité regardée et dit ce qu’il compte', () => {
  for (const { href, definition } of buildChiffresDelais(DELAIS, 'u1')) {
    expect(href).toMatch(/^\/informations\?.*unite=u1/);
    expect(String(definition).length).toBeGreaterThan(20);
  }
});

test('sous six rapports sur dix dans le délai, le chiffre se signale ; sans rapport, il ne divise pas par zéro', () => {
  const [, , dansLeDelai] = buildChiffresDelais(DELAIS, '');
  expect(dansLeDelai).toMatchObject({ valeur: '40 %', ton: 'retard' });
  const [mediane, , part] = buildChiffresDelais({ ...DELAIS, remises: 0, dansLeDelai: 0, mediane: null }, '');
  expect([mediane?.valeur, part?.valeur, part?.ton]).toEqual(['aucun', '–', undefined]);
});

test('chaque tranche d’âge ouvre sa liste', () => {
  expect(buildStock(DELAIS, '').map(({ nombre, href }) => [nombre, href])).toContainEqual([
    2,
    '/informations?vue=en-cours&age=92-183',
  ]);
});
