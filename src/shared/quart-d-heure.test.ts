import { describe, expect, it } from 'vitest';
import { computeMinutesSemaine, findPlage, formatDuree, formatMinutes, listQuarts, Semaine } from './quart-d-heure.ts';

const SEMAINE = [480, 1020, 0, 0, 510, 990, 0, 0, 450, 720, 0, 0, 0, 0];

describe('le quart d’heure (GEN-04)', () => {
  it('lit la plage d’un jour de la semaine, et rien les jours sans accueil', () => {
    expect(findPlage(SEMAINE, 1)).toEqual({ debut: 480, fin: 1020 });
    expect(findPlage(SEMAINE, 2)).toBeUndefined();
    expect(findPlage(SEMAINE, 7)).toBeUndefined();
  });
  it('compte les minutes d’une semaine', () => {
    expect(computeMinutesSemaine(SEMAINE)).toBe(540 + 480 + 270);
  });
  it('découpe une plage en quarts semi-ouverts, ceux qu’elle entame compris', () => {
    expect(listQuarts({ debut: 450, fin: 495 })).toEqual([450, 465, 480]);
    expect(listQuarts({ debut: 455, fin: 470 })).toEqual([450, 465]);
    expect(listQuarts({ debut: 450, fin: 450 })).toEqual([]);
  });
  it('s’écrit comme on le dit', () => {
    expect(formatMinutes(450)).toBe('7 h 30');
    expect(formatMinutes(1080)).toBe('18 h');
    expect(formatDuree(45)).toBe('45 min');
    expect(formatDuree(495)).toBe('8 h 15');
  });
  it('refuse une semaine où un jour finit avant de commencer', () => {
    expect(Semaine.safeParse(SEMAINE).success).toBe(true);
    expect(Semaine.safeParse([...SEMAINE.slice(0, 12), 600, 500]).success).toBe(false);
  });
});
