import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_LIEUX_ACCUEIL, REGLES_LIEUX_ACCUEIL } from '../index.ts';

const ENTREE = { type: 'entree-pouponniere', date: '2025-10-31' };
const RENOUVELE = { type: 'renouvellement-pouponniere', date: '2026-02-20' };
const lire = (faits: readonly FaitEcrit[], jour: string) =>
  listDues(getRegle(REGLES_LIEUX_ACCUEIL, 'POU-001'), buildDossier(faits, { jour, ne: '2025-06-01' }));

describe('Le séjour en pouponnière dure quatre mois (décret n° 2025-900)', () => {
  it.each([
    ['2026-01-30', ['2026-01-31 a-venir', '2026-02-28 a-venir']],
    ['2026-02-01', ['2026-01-31 en-retard', '2026-02-28 a-venir']],
    ['2026-02-27', ['2026-01-31 en-retard', '2026-02-28 a-venir']],
    ['2026-02-28', ['2026-01-31 eteinte', '2026-02-28 aujourd-hui']],
    ['2026-03-01', ['2026-01-31 eteinte', '2026-02-28 en-retard']],
  ])('entré un 31 octobre, alerte au troisième mois et terme au quatrième : vu le %s', (jour, dues) => {
    expect(lire([ENTREE], jour)).toEqual(dues);
  });
  it('le quatrième mois d’une entrée du 31 octobre finit le 29 février d’une année bissextile', () => {
    expect(lire([{ ...ENTREE, date: '2027-10-31' }], '2027-11-01')).toContain('2028-02-29 a-venir');
  });
  it('renouvelé une fois, il dure huit mois, et ne se renouvelle plus', () => {
    const dues = ['2026-01-31 faite-en-retard', '2026-02-28 faite', '2026-05-31 a-venir', '2026-06-30 a-venir'];
    expect(lire([ENTREE, RENOUVELE], '2026-03-01')).toEqual(dues);
    expect(lire([ENTREE, RENOUVELE, { ...RENOUVELE, date: '2026-06-01' }], '2026-07-01')).toEqual([
      ...dues.slice(0, 2),
      '2026-05-31 eteinte',
      '2026-06-30 en-retard',
    ]);
  });
  it('la sortie le satisfait', () => {
    expect(lire([ENTREE, { type: 'sortie-lieu', date: '2026-01-15' }], '2026-07-01')).toEqual([
      '2026-01-31 faite',
      '2026-02-28 faite',
    ]);
  });
  it.each([
    ['2025-09-06', 0],
    ['2025-09-07', 2],
  ])('il se compte pour qui entre depuis le 7 septembre 2025 : entré le %s, %i', (date, nombre) => {
    expect(lire([{ ...ENTREE, date }], '2025-10-01')).toHaveLength(nombre);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse cette règle', () => {
  verifyRegles(REGLES_LIEUX_ACCUEIL, FAITS_LIEUX_ACCUEIL);
});
