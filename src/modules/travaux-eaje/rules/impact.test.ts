import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildAccueils, buildGel, buildMurs } from '../testing/travaux-factory.ts';
import { computeImpact, computePerduesParAnnee } from './impact.ts';

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
  it('sur des jours fermés seulement, la crèche ne ferme pas', () => {
    const gel = buildGel({ du: '2027-02-06', au: '2027-02-07' });
    expect(computeImpact(buildMurs(), gel, buildAccueils(30))).toMatchObject({
      ...{ totale: false, joursOuverts: 0, minutesGelees: 0, enfants: 0 },
      perduesParAnnee: [{ annee: 2027, minutes: 0 }],
    });
  });
  it('à cheval sur le Nouvel An, les heures perdues se comptent année par année', () => {
    const premier = jourCivil('2027-01-01');
    const murs = buildMurs({ fermetures: [{ du: premier, au: premier, motif: 'FERIE', libelle: '' }] });
    const gel = buildGel({ du: '2026-12-30', au: '2027-01-04' });
    expect(computeImpact(murs, gel, buildAccueils(10))).toMatchObject({
      minutesPerdues: 3 * 10 * 480,
      perduesParAnnee: [
        { annee: 2026, minutes: 2 * 10 * 480 },
        { annee: 2027, minutes: 10 * 480 },
      ],
    });
  });
  it('un chiffrage arrêté se partage selon les jours ouverts, sans perdre une minute', () => {
    const jours = ['2026-12-30', '2026-12-31', '2027-01-04'].map(jourCivil);
    expect(computePerduesParAnnee(1000, jours)).toEqual([
      { annee: 2026, minutes: 667 },
      { annee: 2027, minutes: 333 },
    ]);
    expect(computePerduesParAnnee(1000, jours.slice(0, 1))).toEqual([{ annee: 2026, minutes: 1000 }]);
  });
});
