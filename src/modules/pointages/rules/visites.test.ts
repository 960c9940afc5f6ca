import { describe, expect, it } from 'vitest';
import { DOUTES, type ReglesDuJour } from '../pointage.ts';
import { computePresencesDesVisites } from './visites.ts';

const REGLES: ReglesDuJour = { double: 5, ouvre: 450, isOuverte: true, isFini: true };
const read = (...lues: [arrivee: number | null, depart: number | null][]) => {
  const visites = lues.map(([arrivee, depart], rang) => ({ numero: rang + 1, arrivee, depart }));
  const { presences, ecartees } = computePresencesDesVisites(visites, REGLES);
  return {
    presences: presences.map(({ arrivee, depart, doutes }) => [arrivee, depart, ...doutes]),
    ecartees: ecartees.map(({ numero, raison }) => [numero, raison]),
  };
};

describe('des lignes « arrivée, départ » aux présences', () => {
  it('une ligne fait une présence', () => {
    expect(read([480, 1020])).toEqual({ presences: [[480, 1020]], ecartees: [] });
  });

  it('ce qui manque, s’inverse ou se confond est gardé et se dit', () => {
    expect(read([480, null]).presences).toEqual([[480, null, DOUTES.departManquant]]);
    expect(read([null, 1020]).presences).toEqual([[450, 1020, DOUTES.arriveeManquante]]);
    expect(read([1020, 480]).presences).toEqual([[480, 1020, DOUTES.inversees]]);
    expect(read([480, 480]).presences).toEqual([[480, 481, DOUTES.memeMinute]]);
    expect(read([null, null])).toEqual({ presences: [], ecartees: [[1, 'Ni arrivée ni départ.']] });
  });

  it('la même venue deux fois ne compte qu’une ; un départ que l’une ignore vient de l’autre', () => {
    expect(read([480, 1020], [483, 1022])).toEqual({
      presences: [[480, 1022]],
      ecartees: [[2, 'Badge doublé, avec un autre départ : 17 h 02 est gardé.']],
    });
    expect(read([480, null], [480, 1020]).presences).toEqual([[480, 1020]]);
    expect(read([480, 600], [480, 1020])).toMatchObject({
      presences: [[480, 1020]],
      ecartees: [[2, expect.any(String)]],
    });
  });

  it('deux venues qui se chevauchent font douter des deux ; deux qui se suivent, d’aucune', () => {
    expect(read([480, 720], [600, 1020]).presences).toEqual([
      [480, 720, DOUTES.chevauche],
      [600, 1020, DOUTES.chevauche],
    ]);
    expect(read([480, 720], [720, 1020]).presences).toEqual([
      [480, 720],
      [720, 1020],
    ]);
  });
});
