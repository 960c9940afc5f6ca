import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Enjeu } from '../dossier-travaux.ts';
import { buildDossierTravaux } from '../testing/travaux-factory.ts';
import { comparePriorites, computePriorite, listEtapesPriorite } from './priorite.ts';

describe('La sécurité passe avant la conformité, la continuité, le confort (TRV-01)', () => {
  it.each<[Enjeu[], Enjeu]>([
    [['CONFORT', 'SECURITE'], 'SECURITE'],
    [['CONTINUITE', 'CONFORMITE'], 'CONFORMITE'],
    [['CONFORT', 'CONTINUITE'], 'CONTINUITE'],
    [['CONFORT'], 'CONFORT'],
  ])('%o : %s', (enjeux, priorite) => {
    expect(computePriorite(enjeux)).toBe(priorite);
  });

  it('à priorité égale, le plus ancien passe devant', () => {
    const dossiers = [
      buildDossierTravaux({ id: 'confort' }),
      buildDossierTravaux({ id: 'recent', enjeux: ['SECURITE'], demandeLe: jourCivil('2026-11-20') }),
      buildDossierTravaux({ id: 'ancien', enjeux: ['SECURITE', 'CONFORT'], demandeLe: jourCivil('2026-11-19') }),
    ];
    expect(dossiers.sort(comparePriorites).map(({ id }) => id)).toEqual(['ancien', 'recent', 'confort']);
  });

  it('s’explique : l’enjeu retenu, les autres, l’ordre, la date', () => {
    const etapes = listEtapesPriorite({ enjeux: ['CONFORT', 'SECURITE'], demandeLe: jourCivil('2026-11-02') });
    expect(etapes[0]).toContain('Sécurité');
    expect(etapes[1]).toBe('Aussi : confort, qui passent après.');
    expect(etapes.at(-1)).toContain('2 novembre 2026');
  });
});
