import { expect, test } from 'vitest';
import { buildChiffres, type Comptes } from './tableau-view.ts';

const COMPTES: Comptes = {
  suivis: 200,
  sansSuivi: 3,
  statutADeterminer: 0,
  naissanceInconnue: 4,
  postes: 50,
  vacants: 4,
  agents: 46,
  absents: 2,
  attentes: 3,
  attentePlusLongue: 120,
  uniteId: 'u1',
};

test('chaque chiffre a sa définition et ouvre une liste', () => {
  for (const { href, definition, valeur } of buildChiffres(COMPTES)) {
    expect(href).toMatch(/^\//);
    expect(String(definition).length).toBeGreaterThan(20);
    expect(valeur).toMatch(/^\d/);
  }
});

test('la part des données manquantes se dit à côté du chiffre qu’elle affaiblit', () => {
  expect(buildChiffres(COMPTES)[0]?.manque).toBe('2 % sans date de naissance');
  expect(buildChiffres({ ...COMPTES, naissanceInconnue: 0 })[0]?.manque).toBeUndefined();
});

test('un département sans poste ne divise pas par zéro', () => {
  expect(buildChiffres({ ...COMPTES, postes: 0, vacants: 0 })[4]?.unite).toBe('0 %');
});

test('ce qui est ordonné et pas exécuté ouvre sa liste, avec la plus longue attente', () => {
  expect(buildChiffres(COMPTES)[3]).toMatchObject({
    valeur: '3',
    href: '/mesures/ordonne-pas-execute',
    tendance: 'La plus longue attente : 120 jours',
    ton: 'bientot',
  });
  expect(buildChiffres({ ...COMPTES, attentes: 0 })[3]).toMatchObject({ tendance: undefined, ton: 'fait' });
});
