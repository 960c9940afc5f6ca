import { expect, test } from 'vitest';
import {
  type CleParametre,
  formatValeur,
  getDefinition,
  PARAMETRES,
  ParametreSaisie,
  parseValeur,
} from './parametre.ts';

test('la valeur par défaut de chaque paramètre passe son propre schéma', () => {
  for (const cle of Object.keys(PARAMETRES) as CleParametre[]) {
    const { schema, defaut } = getDefinition(cle);
    expect(schema.safeParse(defaut).success, cle).toBe(true);
  }
});

test('une valeur tapée à la française se lit, et se refuse avec sa phrase', () => {
  expect(parseValeur('ppe.objectif-a-jour', '0,75')).toEqual({ ok: true, valeur: 0.75 });
  expect(parseValeur('budget.accueil-par-jeune', '42 500')).toEqual({ ok: true, valeur: 42_500 });
  expect(parseValeur('acces.bris-de-glace-heures', '0')).toEqual({
    ok: false,
    message: 'Indiquez un nombre entier de 1 à 168.',
  });
  expect(parseValeur('acces.bris-de-glace-heures', '')).toMatchObject({ ok: false });
  expect(formatValeur('acces.bris-de-glace-heures', 24)).toBe('24\u00a0heures');
  expect(formatValeur('budget.accueil-par-jeune', 42_500)).toBe('42\u202f500\u00a0euros');
  expect(formatValeur('age.anniversaire-29-fevrier', '1er-mars')).toBe('le 1er mars');
});

test('une pratique du département ne se fait pas passer pour un texte vérifié', () => {
  const saisie = { cle: 'vocabulaire.site', valeur: 'EDS', du: '1/1/2027', source: 'Délibération' };
  expect(ParametreSaisie.safeParse({ ...saisie, confiance: 'verifie' }).success).toBe(false);
  expect(ParametreSaisie.parse({ ...saisie, confiance: 'local' })).toMatchObject({ du: '2027-01-01', valeur: 'EDS' });
});
