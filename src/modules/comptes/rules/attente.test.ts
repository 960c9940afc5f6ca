import { describe, expect, it } from 'vitest';
import { ATTENTES, computeAttente, computeReseau, formatAttente, OUBLI_SECONDES } from './attente.ts';

describe('Ralentir sans enfermer', () => {
  it('double à chaque échec, jusqu’à un quart d’heure', () => {
    const attentes = [0, 1, 2, 3, 9, 10, 50].map((echecs) => computeAttente(echecs, 0, ATTENTES.compteEtReseau));
    expect(attentes).toEqual([0, 2, 4, 8, 512, 900, 900]);
  });
  it('le temps passé compte, à la seconde', () => {
    expect(computeAttente(3, 7, ATTENTES.compteEtReseau)).toBe(1);
    expect(computeAttente(3, 7.2, ATTENTES.compteEtReseau)).toBe(1);
    expect(computeAttente(3, 8, ATTENTES.compteEtReseau)).toBe(0);
  });
  it('quelqu’un qui s’acharne d’ailleurs ne fait pas attendre le compte plus d’une minute', () => {
    expect(computeAttente(9, 0, ATTENTES.compte)).toBe(0);
    expect(computeAttente(10, 0, ATTENTES.compte)).toBe(2);
    expect(computeAttente(10_000, 0, ATTENTES.compte)).toBe(60);
  });
  it('oublie au bout d’un jour', () => {
    expect(computeAttente(50, OUBLI_SECONDES, ATTENTES.compteEtReseau)).toBe(0);
  });
  it('se dit en mots', () => {
    expect([8, 60, 125, 900].map(formatAttente)).toEqual(['8 s', '1 min', '2 min 5 s', '15 min']);
  });
  it('range les adresses par réseau', () => {
    expect(computeReseau('203.0.113.7')).toBe('203.0.113');
    expect(computeReseau('::ffff:203.0.113.9')).toBe('203.0.113');
    expect(computeReseau('2001:db8:1:2::9')).toBe('2001:db8:1');
    expect(computeReseau('2001:db8::9')).toBe('2001:db8:0');
    expect(computeReseau('::1')).toBe('0:0:0');
    expect(computeReseau('inconnue')).toBe('inconnue');
  });
});
