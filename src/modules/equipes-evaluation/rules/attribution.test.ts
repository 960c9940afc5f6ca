import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeAttributionDue, computeTerritoire } from './attribution.ts';

const desserte = (uniteId: string, quartier = '') => ({
  uniteId,
  unite: `Site ${uniteId}`,
  quartier,
  territoireId: 't',
  territoire: 'Territoire nord',
});

describe('Le territoire proposé par l’adresse', () => {
  it('la commune, son secteur, l’unité qui la dessert', () => {
    expect(computeTerritoire('Amiens', [desserte('a')])).toEqual({
      uniteId: 'a',
      etapes: ['Amiens : desservie par Site a, qui dépend de Territoire nord.'],
    });
  });
  it('une commune partagée par quartiers ne se devine pas', () => {
    const { uniteId, etapes } = computeTerritoire('Amiens', [desserte('a', 'Nord'), desserte('b', 'Sud')]);
    expect(uniteId).toBeNull();
    expect(etapes.at(-1)).toContain('choisissez');
  });
  it('sans commune connue, ou non desservie, il se choisit', () => {
    expect(computeTerritoire(null, [])).toMatchObject({ uniteId: null });
    expect(computeTerritoire('Lille', []).etapes).toEqual(['Lille : aucune unité ne dessert cette commune ce jour.']);
  });
});

describe('L’information qualifiée est confiée à une équipe (CASF D226-2-4 I)', () => {
  it('le nombre de jours est un réglage du département, le calcul le dit', () => {
    const { pour, etapes } = computeAttributionDue(jourCivil('2024-02-27'), 3);
    expect(pour).toBe('2024-03-01');
    expect(etapes[0]).toContain('réglage du département');
  });
});
