import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildAccueils, buildGel, buildMurs } from '../testing/travaux-factory.ts';
import { computePlacesLibres, evaluateRelogement } from './relogement.ts';

const libres = (
  enfants: number,
  plus: Partial<Parameters<typeof computePlacesLibres>[2]> = {},
  murs = buildMurs(),
  gel = buildGel(),
) => computePlacesLibres(murs, gel, { gels: [], accueils: buildAccueils(enfants), reloges: 0, ...plus });

describe('Une crèche hôte n’accueille jamais plus qu’elle ne peut (CSP R2324-27, CAP-05, CAP-06)', () => {
  it('sur la semaine, cent pour cent : quarante places sur dix heures, trente enfants sur huit, seize de plus', () => {
    expect(libres(30)).toEqual({ places: 16, joursOuverts: 5 });
    // Toute la journée, la semaine est pleine à quarante.
    expect(libres(0, { accueils: buildAccueils(39, { debut: 480, fin: 1080 }) }).places).toBe(1);
    expect(libres(0, { accueils: buildAccueils(40, { debut: 480, fin: 1080 }) }).places).toBe(0);
  });
  it('à un instant, cent quinze pour cent : quarante-six', () => {
    expect(libres(45, { accueils: buildAccueils(45, { debut: 600, fin: 660 }) }).places).toBe(1);
    expect(libres(46, { accueils: buildAccueils(46, { debut: 600, fin: 660 }) }).places).toBe(0);
    expect(libres(60).places).toBe(0);
  });
  it('moins ceux qu’elle accueille déjà d’ailleurs, moins ses propres travaux', () => {
    expect(libres(30, { reloges: 10 }).places).toBe(6);
    expect(libres(30, { reloges: 30 }).places).toBe(0);
    expect(libres(30, { gels: [buildGel({ places: 10 })] }).places).toBe(4);
  });
  it('fermée un jour, elle le dit ; fermée tout le temps, elle n’offre rien', () => {
    const fermer = (au: string) =>
      buildMurs({ fermetures: [{ du: jourCivil('2027-02-01'), au: jourCivil(au), motif: 'CONGES', libelle: '' }] });
    expect(libres(30, {}, fermer('2027-02-01')).joursOuverts).toBe(4);
    expect(libres(30, {}, fermer('2027-02-05'))).toEqual({ places: 0, joursOuverts: 0 });
  });
  it('ce qu’elle offre est permis, un de plus est refusé', () => {
    const offre = libres(30);
    expect(evaluateRelogement(16, 'Hôte', offre, buildGel()).issue).toBe('accepte');
    const [etape] = evaluateRelogement(1, 'Hôte', { places: 1, joursOuverts: 1 }, buildGel()).etapes;
    expect(etape).toContain('1 place libre à toute heure, 1 jour ouvert.');
    expect(evaluateRelogement(17, 'Hôte', offre, buildGel())).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('16 enfants de plus, pas 17'),
    });
  });
});
