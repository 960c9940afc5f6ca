import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { EnfantDe, PersonneVue } from '../data/personne-queries.server.ts';
import { buildEnfantDe, buildFaitsDePersonne } from './personne-view.ts';

const JOUR = jourCivil('2026-11-21');
const MERE: PersonneVue = {
  id: 'p',
  nom: 'Martin',
  nomUsage: null,
  prenom: 'Julie',
  sexe: 'feminin',
  dateNaissance: jourCivil('1990-01-02'),
  naissancePrecision: 'exacte',
  telephone: null,
  courriel: null,
  numero: null,
  version: 1,
  autresPrenoms: null,
  lieuNaissance: 'Valognes',
  dateDeces: null,
};
const LOU: EnfantDe = {
  ...MERE,
  id: 'e',
  lienId: 'l',
  qualite: 'beau-parent',
  dateNaissance: jourCivil('2019-03-04'),
  du: jourCivil('2020-01-01'),
  au: null,
};

test('la naissance dit l’âge et le lieu', () => {
  const faits = buildFaitsDePersonne(MERE, JOUR);
  expect(faits[0]).toEqual({ titre: 'Naissance', valeur: 'née le 2 janvier 1990', detail: '36 ans, à Valognes' });
});

test('un décès passe devant, et l’âge n’est plus dit', () => {
  const faits = buildFaitsDePersonne({ ...MERE, dateDeces: jourCivil('2026-02-01') }, JOUR);
  expect(faits[0]).toMatchObject({ titre: 'Décès', valeur: 'le 1er février 2026' });
  expect(faits[1]).toMatchObject({ detail: 'à Valognes' });
});

test('un lien terminé le dit', () => {
  expect(buildEnfantDe(LOU, JOUR).detail).toBe('beau-parent · 7 ans');
  expect(buildEnfantDe({ ...LOU, au: jourCivil('2025-06-30') }, JOUR).detail).toBe(
    'beau-parent · 7 ans · jusqu’au 30/06/2025',
  );
});
