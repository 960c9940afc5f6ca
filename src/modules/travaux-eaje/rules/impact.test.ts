import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildAccueils, buildGel, buildMurs } from '../testing/travaux-factory.ts';
import { computeImpact } from './impact.ts';

describe('L’impact des travaux se chiffre des contrats (TRV-02)', () => {
  it('fermée cinq jours, trente enfants de 9 h à 17 h : tous à reloger, 1 200 heures perdues', () => {
    const impact = computeImpact(buildMurs(), buildGel(), buildAccueils(30));
    expect(impact).toMatchObject({ totale: true, joursOuverts: 5, minutesGelees: 2000 * 60, enfants: 30 });
    expect(impact.minutesPerdues).toBe(30 * 8 * 5 * 60);
    expect(impact.attendus).toHaveLength(30);
  });
  it('dix places gelées, trente-cinq enfants : cinq de trop, à chaque quart d’heure', () => {
    const impact = computeImpact(buildMurs(), buildGel({ places: 10 }), buildAccueils(35));
    expect(impact).toMatchObject({ totale: false, enfants: 5, minutesPerdues: 5 * 8 * 5 * 60 });
    expect(impact.attendus).toHaveLength(35);
  });
  it('assez de places pour tous : rien n’est perdu, les places sont gelées quand même', () => {
    const impact = computeImpact(buildMurs(), buildGel({ places: 10 }), buildAccueils(30));
    expect(impact).toMatchObject({ enfants: 0, minutesPerdues: 0, minutesGelees: 500 * 60 });
  });
  it('le soir seulement : les enfants encore là, et pas les autres', () => {
    const impact = computeImpact(buildMurs(), buildGel({ debut: 960, fin: 1080 }), buildAccueils(12));
    expect(impact).toMatchObject({ totale: false, enfants: 12, minutesPerdues: 12 * 60 * 5 });
    const partis = computeImpact(buildMurs(), buildGel({ debut: 1020, fin: 1080 }), buildAccueils(12));
    expect(partis).toMatchObject({ enfants: 0, minutesPerdues: 0, attendus: [] });
  });
  it('une absence dite et un contrat fini ne comptent pas, une réservation compte', () => {
    const jour = jourCivil('2027-02-01');
    const gel = buildGel({ au: '2027-02-01' });
    const accueils = buildAccueils(3, undefined, {
      absences: [{ enfantId: 'e0', du: jour, au: jour }],
      reservations: [{ enfantId: 'autre', jour, debut: 540, fin: 600 }],
    });
    expect(computeImpact(buildMurs(), gel, accueils)).toMatchObject({ enfants: 3, minutesPerdues: 2 * 480 + 60 });
    const finis = { ...accueils, contrats: accueils.contrats.map((c) => ({ ...c, au: jourCivil('2027-01-31') })) };
    expect(computeImpact(buildMurs(), gel, finis)).toMatchObject({ enfants: 1, minutesPerdues: 60 });
  });
});
