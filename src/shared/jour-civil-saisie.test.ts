import { describe, expect, it } from 'vitest';
import { jourCivilSaisi, parseJourCivil } from './jour-civil-saisie.ts';

describe('une date tapée', () => {
  it.each([
    '21/11/2026',
    '21-11-2026',
    '21.11.2026',
    '21 11 2026',
    '21112026',
    '20261121',
    '2026-11-21',
    '2026/11/21',
    ' 21 / 11 / 2026 ',
    '21 nov. 2026',
    '21 NOV 2026',
    '21 novembre 2026',
    '21-nov-2026',
    'samedi 21 novembre 2026',
  ])('« %s » est le 21 novembre 2026', (texte) => {
    expect(parseJourCivil(texte)).toEqual({ ok: true, jour: '2026-11-21' });
  });

  it.each([
    ['1er janvier 2026', '2026-01-01'],
    ['1/2/2026', '2026-02-01'],
    ['3 févr. 2026', '2026-02-03'],
    ['15 août 2026', '2026-08-15'],
    ['2 juin 2026', '2026-06-02'],
    ['2 juil. 2026', '2026-07-02'],
    ['20 décembre 2011', '2011-12-20'],
    ['20112011', '2011-11-20'],
    ['29/02/2024', '2024-02-29'],
  ])('« %s » est le %s', (texte, jour) => {
    expect(parseJourCivil(texte)).toEqual({ ok: true, jour });
  });

  it("sur deux chiffres, l'année ne dépasse jamais celle qu'on permet", () => {
    expect(parseJourCivil('21-11-26', 2026)).toEqual({ ok: true, jour: '2026-11-21' });
    expect(parseJourCivil('211126', 2046)).toEqual({ ok: true, jour: '2026-11-21' });
    expect(parseJourCivil('21/11/27', 2026)).toEqual({ ok: true, jour: '1927-11-21' });
    expect(parseJourCivil('21/11/99', 2099)).toEqual({ ok: true, jour: '2099-11-21' });
    expect(parseJourCivil('21/11/26')).toMatchObject({
      ok: false,
      message: expect.stringContaining('quatre chiffres'),
    });
  });

  it.each(['30/02/2026', '29/02/2026', '31/04/2026', '12/13/2026', '00/01/2026'])("« %s » n'existe pas", (texte) => {
    expect(parseJourCivil(texte)).toMatchObject({ ok: false, message: expect.stringContaining('n’existe pas') });
  });

  it.each(['', 'demain', '21', '2026', '21/11', '21 brumaire 2026', '21/11/2026 10h', '21/11/0026'])(
    '« %s » est refusé avec une phrase',
    (texte) => {
      expect(parseJourCivil(texte)).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
    },
  );

  it('dans un formulaire, rend le jour ou la phrase à montrer', () => {
    expect(jourCivilSaisi().parse('21/11/2026')).toBe('2026-11-21');
    expect(jourCivilSaisi().safeParse('').error?.issues[0]?.message).toBe('Indiquez une date.');
    expect(jourCivilSaisi().safeParse(undefined).error?.issues[0]?.message).toBe('Indiquez une date.');
    expect(jourCivilSaisi().safeParse('31/09/2026').error?.issues[0]?.message).toContain('n’existe pas');
  });
});
