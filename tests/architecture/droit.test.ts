import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FAITS, REGLES } from '#modules/echeances/index.ts';
import { buildDroit, buildLectures, listLectures } from './droit.ts';

const racine = fileURLToPath(new URL('../..', import.meta.url));

test('docs/droit.md dit les règles telles qu’elles sont (sinon : node docs/generate-droit.mjs)', () => {
  expect(readFileSync(`${racine}docs/droit.md`, 'utf8')).toBe(buildDroit(racine));
});

test('la page « Le droit » montre les mêmes en-têtes et les mêmes essais (sinon : node docs/generate-droit.mjs)', () => {
  const fichier = `${racine}src/modules/droit-public/web/droit/lectures.generated.ts`;
  expect(readFileSync(fichier, 'utf8')).toBe(buildLectures(racine));
});

describe('les règles qui font naître des obligations', () => {
  test('ont chacune un identifiant du référentiel, et un seul', () => {
    const ids = REGLES.map(({ id }) => id);
    expect(ids.filter((id) => !/^[A-Z]{2,4}-\d{2,3}$/.test(id))).toEqual([]);
    expect(ids.filter((id, rang) => ids.indexOf(id) !== rang)).toEqual([]);
  });

  test('se lisent chacune dans un fichier dont l’en-tête dit le texte, sa lecture et ce qui n’est pas traité, et que des essais éprouvent', () => {
    const lectures = listLectures(racine);
    const sans = REGLES.filter(({ id }) => {
      const siennes = lectures.filter(({ regles }) => regles.includes(id));
      return !siennes.some(({ entete, essais }) => /Non traité/.test(entete) && essais.length > 0);
    });
    expect(sans.map(({ id }) => id)).toEqual([]);
  });

  test('citent leurs textes, disent ce qui les satisfait, ce qui les arrête, et l’acte dû', () => {
    const muettes = REGLES.filter(
      ({ textes, satisfaite, arretee, libelle }) =>
        textes.length === 0 || [satisfaite, arretee, libelle].some((phrase) => phrase.trim() === ''),
    );
    expect(muettes.map(({ id }) => id)).toEqual([]);
  });
});

/** Les règles du référentiel de la protection de l'enfance, §2 à §5 et §7 à §10 : premier et dernier numéros de chaque suite. */
const REFERENTIEL: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  IP: [
    [1, 6],
    [10, 26],
    [30, 38],
  ],
  MES: [[1, 28]],
  URG: [[1, 10]],
  MNA: [[1, 8]],
  HOT: [[1, 2]],
  PPE: [[1, 16]],
  RS: [[1, 6]],
  BS: [[1, 2]],
  AUD: [[1, 13]],
  LIE: [[1, 14]],
  POU: [[1, 4]],
  AF: [
    [1, 6],
    [10, 12],
    [20, 24],
    [30, 36],
    [40, 41],
  ],
  JM: [
    [1, 6],
    [10, 15],
    [20, 23],
  ],
};
const formatId = (famille: string, numero: number) => `${famille}-${String(numero).padStart(3, '0')}`;

test('le droit publié règle ou écarte chaque règle du référentiel de la protection de l’enfance, en disant pourquoi', () => {
  const entetes = listLectures(racine)
    .map(({ entete }) => entete)
    .join(' ');
  const dites = new Set(REGLES.map(({ id }) => id));
  for (const [, famille = '', du, au = du] of entetes.matchAll(/\b([A-Z]{2,3})-(\d{3})(?:\s+à\s+\1-(\d{3}))?/g))
    for (let numero = Number(du); numero <= Number(au); numero += 1) dites.add(formatId(famille, numero));
  const muettes = Object.entries(REFERENTIEL).flatMap(([famille, suites]) =>
    suites.flatMap(([du, au]) =>
      Array.from({ length: au - du + 1 }, (_, rang) => formatId(famille, du + rang)).filter((id) => !dites.has(id)),
    ),
  );
  expect(muettes).toEqual([]);
});

test('chaque type de fait est déclaré une seule fois, et dit ce qu’il est et ce qu’est sa date', () => {
  const types = FAITS.map(({ type }) => type);
  expect(types.filter((type, rang) => types.indexOf(type) !== rang)).toEqual([]);
  expect(FAITS.filter(({ titre, date }) => titre === '' || date === '').map(({ type }) => type)).toEqual([]);
});
