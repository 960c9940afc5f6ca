import { describe, expect, test } from 'vitest';
import { findDepartementOfficiel, listCommunesOfficielles, listDepartementsOfficiels } from './communes.server.ts';

describe('le découpage officiel embarqué', () => {
  test('couvre la métropole et l’outre-mer', () => {
    expect(listDepartementsOfficiels().length).toBeGreaterThanOrEqual(109);
    expect(listCommunesOfficielles().length).toBeGreaterThan(34_900);
    for (const code of ['01', '2A', '2B', '75', '971', '974', '976', '975', '988']) {
      expect(listCommunesOfficielles(code).length, `communes du ${code}`).toBeGreaterThan(0);
    }
  });

  test('donne le nom, les codes postaux, la population et l’intercommunalité d’une commune', () => {
    const saintLo = listCommunesOfficielles('50').find((c) => c.codeInsee === '50502');
    expect(saintLo).toMatchObject({ nom: 'Saint-Lô', codesPostaux: ['50000'], intercommunalite: 'CA Saint-Lô Agglo' });
    expect(saintLo?.population).toBeGreaterThan(15_000);
  });

  test('connaît la zone de jours fériés de chaque département', () => {
    expect(findDepartementOfficiel('50')?.zoneJoursFeries).toBe('metropole');
    expect(findDepartementOfficiel('67')?.zoneJoursFeries).toBe('alsace-moselle');
    expect(findDepartementOfficiel('974')?.zoneJoursFeries).toBe('la-reunion');
    expect(findDepartementOfficiel('999')).toBeUndefined();
  });
});
