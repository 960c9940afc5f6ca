import { describe, expect, it } from 'vitest';
import type { BaliseEcrite } from '../balise.ts';
import { defineNature } from '../nature-document.ts';
import { buildExemple, listFautes, listLibelles } from './balises.ts';

const BALISES = {
  numero: { libelle: 'numéro', exemple: '12' },
  urgent: { libelle: 'urgent', exemple: true },
  enfants: {
    libelle: 'enfants',
    liste: {
      prenom: { libelle: 'prénom', exemple: 'Zoé', autre: 'Léo' },
      ne_le: { libelle: 'né le', exemple: '2019' },
    },
  },
} as const;

/** « {#enfants} {prenom} {/enfants} » → les balises écrites. */
const lues = (texte: string): BaliseEcrite[] =>
  [...texte.matchAll(/\{([#/]?)(\w+)\}/g)].map(([ecrite, signe, nom = '']) => ({
    nom,
    ecrite,
    role: signe === '#' ? 'ouvre' : signe === '/' ? 'ferme' : 'valeur',
  }));
const fautes = (...parties: string[]) => listFautes(parties.map(lues), BALISES);

describe('une trame peut servir', () => {
  it.each([
    '',
    '{numero} {departement} {jour} {agent} {agent_poste} {agent_unite}',
    '{#urgent}{numero}{/urgent} {urgent}',
    '{#numero}{numero}{/numero}',
    '{#enfants}{prenom} {ne_le} {numero} {#urgent}{prenom}{/urgent}{/enfants} {numero}',
    '{#urgent}{#enfants}{prenom}{/enfants}{/urgent}',
  ])('« %s »', (texte) => expect(fautes(texte)).toEqual([]));
});

describe('une trame ne peut pas servir', () => {
  it.each([
    ['{numeros}', 'La balise « {numeros} » n’existe pas pour ce document.'],
    ['{#autres}x{/autres}', 'La balise « {#autres} » n’existe pas pour ce document.'],
    ['{prenom}', '« {prenom} » s’écrit entre « {#enfants} » et « {/enfants} ».'],
    ['{#enfants}x{/enfants}{prenom}', '« {prenom} » s’écrit entre « {#enfants} » et « {/enfants} ».'],
    [
      '{enfants}',
      '« {enfants} » est une liste : écrivez « {#enfants} » avant ce qui se répète et « {/enfants} » après.',
    ],
    ['{constructor}', 'La balise « {constructor} » n’existe pas pour ce document.'],
  ])('« %s » : « %s »', (texte, faute) => expect(fautes(texte)).toEqual([faute]));

  it('dit chaque faute une fois, dans toutes les parties du document', () => {
    expect(fautes('{a} {a}', '{a} {b}')).toEqual([
      'La balise « {a} » n’existe pas pour ce document.',
      'La balise « {b} » n’existe pas pour ce document.',
    ]);
  });
});

it('l’exemple donne une valeur à chaque balise, et deux lignes à chaque liste', () => {
  expect(buildExemple(BALISES)).toEqual({
    numero: '12',
    urgent: true,
    enfants: [
      { prenom: 'Zoé', ne_le: '2019' },
      { prenom: 'Léo', ne_le: '2019' },
    ],
  });
  expect(listLibelles(BALISES)).toMatchObject({
    numero: 'numéro',
    prenom: 'prénom',
    departement: 'nom du département',
  });
});

it.each([
  ['cle', { cle: 'Accusé', balises: {} }],
  ['accent', { cle: 'accuse', balises: { numéro: { libelle: 'x', exemple: 'x' } } }],
  ['commune', { cle: 'accuse', balises: { jour: { libelle: 'x', exemple: 'x' } } }],
  [
    'dans une liste',
    { cle: 'accuse', balises: { e: { libelle: 'x', liste: { Nom: { libelle: 'x', exemple: 'x' } } } } },
  ],
])('une déclaration qui ne pourrait pas servir s’arrête dès l’écriture du code (%s)', (_, nature) => {
  const modele = async () => Buffer.alloc(0);
  expect(() => defineNature({ titre: 't', groupe: 'g', aide: 'a', modele, ...nature })).toThrow('ne peut pas');
});
