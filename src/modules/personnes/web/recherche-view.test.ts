import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { PersonneTrouvee } from '../data/recherche-queries.server.ts';
import { buildGroupes } from './recherche-view.ts';

const JOUR = jourCivil('2026-11-21');

function aTrouvee(valeurs: Partial<PersonneTrouvee>): PersonneTrouvee {
  return {
    id: 'p1',
    numero: null,
    closLe: null,
    nom: 'martin',
    nomUsage: null,
    prenom: 'lou',
    sexe: 'feminin',
    dateNaissance: jourCivil('2019-03-04'),
    naissancePrecision: 'exacte',
    autresNoms: null,
    liens: [],
    ...valeurs,
  };
}
const lien = (rang: number, qualite: 'mere' | 'beau-parent' = 'mere') =>
  ({ enfantId: `e${rang}`, qualite, nom: 'Martin', prenom: `Enfant${rang}` }) as const;

test('un enfant mène à son dossier, avec son âge et son numéro', () => {
  const [enfants, personnes] = buildGroupes([aTrouvee({ numero: '2026-00042' })], 'martin', JOUR);
  expect(enfants?.trouvailles).toEqual([
    { href: '/enfants/p1', titre: 'MARTIN Lou', detail: '7 ans, née le 4 mars 2019', etiquette: '2026-00042' },
  ]);
  expect(personnes?.trouvailles).toEqual([]);
});

test('un dossier fermé le dit', () => {
  const [enfants] = buildGroupes([aTrouvee({ numero: '2010-00001', closLe: jourCivil('2020-01-01') })], 'martin', JOUR);
  expect(enfants?.trouvailles[0]?.etiquette).toBe('2010-00001 · fermé');
});

test('une personne dit de quels enfants elle est proche, et sous quels autres noms on la connaît', () => {
  const mere = aTrouvee({ liens: [lien(1), lien(2, 'beau-parent')], autresNoms: 'Durand' });
  const [, personnes] = buildGroupes([mere], 'martin', JOUR);
  expect(personnes?.trouvailles[0]).toMatchObject({
    href: '/personnes/p1',
    detail: 'mère de MARTIN Enfant1, beau-parent de MARTIN Enfant2 · née le 4 mars 2019 · aussi connu sous Durand',
  });
});

test('au-delà de trois enfants, le reste est compté', () => {
  const [, personnes] = buildGroupes([aTrouvee({ liens: [1, 2, 3, 4, 5].map((rang) => lien(rang)) })], 'x', JOUR);
  expect(personnes?.trouvailles[0]?.detail).toContain('MARTIN Enfant3, et 2 autres');
});

test('quand plus d’enfants répondent que la page n’en montre, elle mène à la liste', () => {
  const beaucoup = Array.from({ length: 14 }, (_, rang) => aTrouvee({ id: `p${rang}`, numero: `2026-${rang}` }));
  const [enfants] = buildGroupes(beaucoup, 'martin lou', JOUR);
  expect(enfants?.trouvailles).toHaveLength(12);
  expect(enfants?.tout).toBe('/enfants?q=martin+lou');
});
