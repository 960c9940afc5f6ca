import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_EXECUTION } from './execution.ts';

const AEMO = { type: 'decision', mesure: 'm1', code: 'AEMO', date: '2026-01-15', dureeMois: 6 };
const lire = (faits: readonly FaitEcrit[], jour = '2026-02-01', parametres = {}) =>
  listDues(getRegle(REGLES_EXECUTION, 'EXE-001'), buildDossier(faits, { jour, parametres }));

describe('Une mesure décidée commence dans le délai que le département s’est fixé (§3.4)', () => {
  it.each([
    ['2026-02-13', 'a-venir'],
    ['2026-02-14', 'aujourd-hui'],
    ['2026-02-15', 'en-retard'],
  ])('décidée le 15 janvier, vue le %s : %s', (jour, statut) =>
    expect(lire([AEMO], jour)).toEqual([`2026-02-14 ${statut}`]),
  );
  it('elle se compte du premier jour porté, s’il suit la décision', () =>
    expect(lire([{ ...AEMO, du: '2026-02-01' }])).toEqual(['2026-03-03 a-venir']));
  it('un accueil a un délai plus court', () =>
    expect(lire([{ ...AEMO, code: 'PLACEMENT_ASE' }])).toEqual(['2026-01-30 en-retard']));
  it('le département règle l’un et l’autre', () => {
    expect(lire([AEMO], '2026-02-01', { 'mesure.debut-jours': 10 })).toEqual(['2026-01-25 en-retard']);
    expect(lire([{ ...AEMO, code: 'AP' }], '2026-01-16', { 'mesure.debut-accueil-jours': 0 })).toEqual([
      '2026-01-15 en-retard',
    ]);
  });
  it('le premier acte réel la satisfait', () => {
    const debut = (date: string) => ({ type: 'debut-effectif', mesure: 'm1', date });
    expect(lire([AEMO, debut('2026-02-14')], '2026-04-01')).toEqual(['2026-02-14 faite']);
    expect(lire([AEMO, debut('2026-02-15')], '2026-04-01')).toEqual(['2026-02-14 faite-en-retard']);
  });
  it('la fin ou l’échéance sans début l’éteint', () => {
    const fin = { type: 'fin-mesure', mesure: 'm1', date: '2026-02-02', motif: 'DEMENAGEMENT' };
    expect(lire([AEMO, fin], '2026-04-01')).toEqual(['2026-02-14 eteinte']);
    expect(lire([AEMO], '2026-07-14')).toEqual(['2026-02-14 en-retard']);
    expect(lire([AEMO], '2026-07-15')).toEqual(['2026-02-14 eteinte']);
  });
  it('ce que personne n’exécute n’est pas attendu', () => expect(lire([{ ...AEMO, code: 'DAP_FORCEE' }])).toEqual([]));
});
