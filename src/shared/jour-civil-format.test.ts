import { describe, expect, it } from 'vitest';
import { jourCivil } from './jour-civil.ts';
import { formatDistance, formatJour } from './jour-civil-format.ts';

describe('une date écrite', () => {
  it('se lit dans les quatre formats', () => {
    const jour = jourCivil('2026-11-24');
    expect(formatJour(jour, 'court')).toBe('24/11/2026');
    expect(formatJour(jour, 'long')).toBe('24 novembre 2026');
    expect(formatJour(jour, 'complet')).toBe('mardi 24 novembre 2026');
    expect(formatJour(jour, 'semaine')).toBe('mardi 24 nov.');
    expect(formatJour(jourCivil('2026-08-01'), 'complet')).toBe('samedi 1er août 2026');
    expect(formatJour(jourCivil('2026-02-01'), 'court')).toBe('01/02/2026');
  });

  it.each([
    ['2026-11-09', 'en retard de 12 jours'],
    ['2026-11-20', 'en retard de 1 jour'],
    ['2026-11-21', 'aujourd’hui (samedi 21 nov.)'],
    ['2026-11-22', 'demain (dimanche 22 nov.)'],
    ['2026-11-24', 'dans 3 jours (mardi 24 nov.)'],
    ['2027-01-01', 'dans 41 jours (vendredi 1er janv. 2027)'],
  ])('le %s, vu du 21 novembre 2026, est « %s »', (jour, texte) => {
    expect(formatDistance(jourCivil(jour), jourCivil('2026-11-21'))).toBe(texte);
  });
});
