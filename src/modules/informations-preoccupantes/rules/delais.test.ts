import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeEcheanceEvaluation, computeInformationSource, evaluateAlerte, isDelaiReduitDu } from './delais.ts';

test.each([
  ['même quantième', '2026-02-07', '2026-05-07'],
  ['le 31 d’un mois vers un mois de 30', '2026-08-31', '2026-11-30'],
  ['le 30 novembre, vers février', '2026-11-30', '2027-02-28'],
  ['le 30 novembre, vers un février bissextile', '2027-11-30', '2028-02-29'],
  ['un 29 février', '2028-02-29', '2028-05-29'],
  ['passage d’année', '2026-12-31', '2027-03-31'],
  ['un terme qui tombe un dimanche ne se reporte pas', '2026-08-22', '2026-11-22'],
])('l’évaluation s’achève trois mois après la réception : %s (D226-2-4 II)', (_, recue, pour) => {
  expect(computeEcheanceEvaluation(jourCivil(recue), null).pour).toBe(pour);
});

test.each([
  [45, '2026-11-21', '2027-01-05'],
  [1, '2026-02-28', '2026-03-01'],
  [91, '2026-11-21', '2027-02-20'],
])('un délai réduit à %i jours se compte en jours (IP-011)', (jours, recue, pour) => {
  expect(computeEcheanceEvaluation(jourCivil(recue), jours).pour).toBe(pour);
});

test('un délai réduit n’allonge jamais : les trois mois s’appliquent s’ils sont plus courts, et l’on le dit', () => {
  const delai = computeEcheanceEvaluation(jourCivil('2027-11-30'), 92);
  expect(delai.pour).toBe('2028-02-29');
  expect(delai.etapes.at(-1)).toMatch(/trois mois est plus court/);
});

test('le calcul se dit étape par étape', () => {
  expect(computeEcheanceEvaluation(jourCivil('2026-02-07'), null).etapes).toEqual([
    'Reçue le 7 février 2026 par la cellule : le délai court de ce jour (IP-003).',
    '7 février 2026 + 3 mois, même quantième, sans report = 7 mai 2026.',
  ]);
});

test('moins de deux ans : la veille de l’anniversaire, pas le jour', () => {
  const mineur = (jour: string) => [{ dateNaissance: jourCivil(jour), ageEstime: null, aNaitre: false }];
  expect(isDelaiReduitDu(mineur('2024-11-22'), jourCivil('2026-11-21'))).toBe(true);
  expect(isDelaiReduitDu(mineur('2024-11-21'), jourCivil('2026-11-21'))).toBe(false);
});

test.each([
  ['professionnel', 'IP-024', '2026-05-07'],
  ['elu', 'IP-024', '2026-05-07'],
  ['particulier', 'IP-025', '2026-05-20'],
] as const)('la source %s est informée dans les trois mois (L226-5, %s)', (categorie, regle, pour) => {
  const faits = { categorie, transmiseLe: jourCivil('2026-02-07'), suitesDemandeesLe: jourCivil('2026-02-20') };
  expect(computeInformationSource(faits)).toMatchObject({ regle, pour });
});

test('un particulier qui n’a rien demandé et un anonyme n’attendent pas de retour (IP-025, IP-026)', () => {
  const transmiseLe = jourCivil('2026-02-07');
  expect(computeInformationSource({ categorie: 'particulier', transmiseLe, suitesDemandeesLe: null })).toBeNull();
  expect(computeInformationSource({ categorie: 'anonyme', transmiseLe, suitesDemandeesLe: transmiseLe })).toBeNull();
});

test.each([
  ['2026-04-07', 0, 0],
  ['2026-04-08', 1, 0],
  ['2026-04-22', 1, 0],
  ['2026-04-23', 2, 0],
  ['2026-05-07', 2, 0],
  ['2026-05-08', 3, 1],
])(
  'les alertes passent à 60, 75 et 90 jours ; le retard se compte du lendemain du terme : le %s (IP-038)',
  (jour, depassees, retardJours) => {
    expect(evaluateAlerte(jourCivil('2026-02-07'), jourCivil('2026-05-07'), jourCivil(jour))).toEqual({
      depassees,
      retardJours,
    });
  },
);
