import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { InformationSaisie } from '../information-saisie.ts';
import { evaluateReception } from './reception.ts';

const MAINTENANT = { jour: jourCivil('2026-11-21'), heure: '14:30' };
const ENFANT = { prenom: 'Lou', nom: 'Martin', dateNaissance: '04/03/2019' };

const lit = (plus: Record<string, unknown> = {}) =>
  InformationSaisie.parse({
    recueLe: '21/11/2026',
    recueHeure: '14 h 30',
    urgence: 'ordinaire',
    canal: 'telephone',
    source: 'education-nationale',
    mineurs: [ENFANT],
    adultes: [],
    faits: 'Elle a peur de rentrer.',
    ...plus,
  });
const objections = (plus: Record<string, unknown> = {}, maintenant = MAINTENANT) =>
  evaluateReception(lit(plus), maintenant);

test('une réception simple, par téléphone, ne demande rien de plus', () => {
  expect(objections()).toEqual({});
});

test.each([
  ['la veille', '20/11/2026', '23:59', []],
  ['le jour même, à la minute', '21/11/2026', '14:30', []],
  ['le jour même, la minute d’après', '21/11/2026', '14:31', ['recueHeure']],
  ['le lendemain', '22/11/2026', '00:00', ['recueLe']],
])('la réception n’est pas à venir : %s (D226-2-4 II)', (_, recueLe, recueHeure, attendu) => {
  expect(Object.keys(objections({ recueLe, recueHeure }))).toEqual(attendu);
});

test('l’objection dit sa règle', () => {
  expect(objections({ recueLe: '22/11/2026' }).recueLe).toBe(
    'Ce jour de réception est à venir. (CASF, art. D226-2-4 II)',
  );
});

test('il faut au moins un mineur, même sans nom (R226-2-2)', () => {
  expect(Object.keys(objections({ mineurs: [] }))).toEqual(['mineurs.0.prenom']);
  expect(objections({ mineurs: [{ ageEstime: '4' }] })).toEqual({});
  expect(objections({ mineurs: [{ aNaitre: true, termePrevu: '02/02/2027' }] })).toEqual({});
});

test.each([
  ['la veille de ses 21 ans', '22/11/2005', []],
  ['le jour de ses 21 ans', '21/11/2005', ['mineurs.0.dateNaissance']],
  ['18 ans passés se reçoit, la cellule requalifiera', '21/11/2008', []],
  ['né aujourd’hui', '21/11/2026', []],
  ['né demain', '22/11/2026', ['mineurs.0.dateNaissance']],
])('un mineur de plus de vingt ans est une faute de frappe : %s (C. civ. 388)', (_, dateNaissance, attendu) => {
  expect(Object.keys(objections({ mineurs: [{ prenom: 'Lou', dateNaissance }] }))).toEqual(attendu);
});

test('un 29 février : 21 ans le 28 février des années communes', () => {
  const mineurs = [{ prenom: 'Lou', dateNaissance: '29/02/2004' }];
  const le = (jour: string) =>
    Object.keys(objections({ mineurs, recueLe: '01/02/2025' }, { jour: jourCivil(jour), heure: '12:00' }));
  expect(le('2025-02-27')).toEqual([]);
  expect(le('2025-02-28')).toEqual(['mineurs.0.dateNaissance']);
});

test('un âge estimé ne dépasse pas vingt ans', () => {
  expect(Object.keys(objections({ mineurs: [{ ageEstime: '20' }] }))).toEqual([]);
  expect(Object.keys(objections({ mineurs: [{ ageEstime: '21' }] }))).toEqual(['mineurs.0.ageEstime']);
});

test('un enfant à naître n’a ni date ni âge ; son terme est proche', () => {
  expect(Object.keys(objections({ mineurs: [{ ...ENFANT, aNaitre: 'oui' }] }))).toEqual(['mineurs.0.aNaitre']);
  expect(Object.keys(objections({ mineurs: [{ ...ENFANT, termePrevu: '02/02/2027' }] }))).toEqual([
    'mineurs.0.termePrevu',
  ]);
  expect(Object.keys(objections({ mineurs: [{ aNaitre: 'oui', termePrevu: '02/02/2037' }] }))).toEqual([
    'mineurs.0.termePrevu',
  ]);
});

test('chacun ne se décrit qu’une fois, accents et tirets mis à part (D226-2-3)', () => {
  const deux = (a: object, b: object) => Object.keys(objections({ mineurs: [a, b] }));
  expect(deux(ENFANT, ENFANT)).toEqual(['mineurs.1.prenom']);
  expect(deux({ prenom: 'Léa-Anne', nom: 'de La Tour' }, { prenom: 'lea anne', nom: 'LA TOUR' })).toEqual([
    'mineurs.1.prenom',
  ]);
  expect(deux(ENFANT, { prenom: 'Lou' })).toEqual(['mineurs.1.prenom']);
});

test('des jumeaux, des frères nés à des dates différentes et des enfants sans nom ne sont pas la même personne', () => {
  const deux = (a: object, b: object) => objections({ mineurs: [a, b] });
  expect(deux(ENFANT, { ...ENFANT, prenom: 'Max' })).toEqual({});
  expect(deux(ENFANT, { ...ENFANT, dateNaissance: '04/03/2021' })).toEqual({});
  expect(deux({ ageEstime: '3' }, { ageEstime: '3' })).toEqual({});
  expect(deux({ aNaitre: 'oui', termePrevu: '02/02/2027' }, { aNaitre: 'oui', termePrevu: '02/02/2027' })).toEqual({});
});

test('un père et son fils portent parfois le même nom ; à la même date, c’est la même personne', () => {
  const enfant = { prenom: 'Jean', nom: 'Martin', dateNaissance: '04/03/2019' };
  expect(objections({ mineurs: [enfant], adultes: [{ qualite: 'pere', prenom: 'Jean', nom: 'Martin' }] })).toEqual({});
  expect(Object.keys(objections({ mineurs: [enfant], adultes: [{ ...enfant, qualite: 'autre' }] }))).toEqual([
    'adultes.0.prenom',
  ]);
});

test('des parents non prévenus, on dit pourquoi (L226-2-1)', () => {
  expect(Object.keys(objections({ parentsInformes: 'non' }))).toEqual(['motifNonInformation']);
  expect(objections({ parentsInformes: 'non', motifNonInformation: 'Danger pour l’enfant' })).toEqual({});
  expect(objections({ parentsInformes: 'inconnu' })).toEqual({});
});

test('anonyme et demander les suites se contredisent, sans qu’aucun texte soit invoqué ; la catégorie vient de la source ou de ce qu’on en dit', () => {
  expect(objections({ source: 'anonyme', suitesDemandees: 'oui' })).toEqual({
    suitesDemandees: expect.stringMatching(/^Anonyme, et demande les suites : [^(]*$/),
  });
  expect(objections({ source: 'anonyme', categorieSource: 'particulier', suitesDemandees: 'oui' })).toEqual({});
});

test('la transmission précède la réception', () => {
  expect(Object.keys(objections({ transmiseLe: '22/11/2026' }))).toEqual(['transmiseLe']);
  expect(objections({ transmiseLe: '19/11/2026' })).toEqual({});
});

test('ce qui ne se dit pas se déduit : place de l’enfant, autorité parentale, valeur de la date', () => {
  const { mineurs, adultes } = lit({
    mineurs: [ENFANT, { ageEstime: '2,5' }],
    adultes: [{ qualite: 'mere' }, { qualite: 'beau-parent' }, { qualite: 'pere', titulaire: 'non' }],
  });
  expect(mineurs).toMatchObject([
    { naissancePrecision: 'exacte', sexe: 'inconnu' },
    { naissancePrecision: 'inconnue', ageEstime: 2 },
  ]);
  expect(adultes.map(({ titulaire }) => titulaire)).toEqual([true, false, false]);
});
