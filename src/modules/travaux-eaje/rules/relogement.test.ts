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
    expect(libres(30)).toEqual({ places: 16, auPlus: 16, depasse: 0, joursOuverts: 5 });
    // Toute la journée, la semaine est pleine à quarante.
    expect(libres(0, { accueils: buildAccueils(39, { debut: 480, fin: 1080 }) }).places).toBe(1);
    expect(libres(0, { accueils: buildAccueils(40, { debut: 480, fin: 1080 }) }).places).toBe(0);
  });
  it('à un instant, cent quinze pour cent : quarante-six', () => {
    expect(libres(45, { accueils: buildAccueils(45, { debut: 600, fin: 660 }) }).places).toBe(1);
    expect(libres(46, { accueils: buildAccueils(46, { debut: 600, fin: 660 }) }).places).toBe(0);
    expect(libres(60).places).toBe(0);
  });
  it('l’arrondi de 115 % n’est pas écrit : à douze places, le treizième est sans réserve, le quatorzième prévient, le quinzième est refusé', () => {
    const autorisation = { du: jourCivil('2020-01-01'), au: null, places: 12, modulations: [] };
    const offre = libres(
      0,
      { accueils: buildAccueils(12, { debut: 600, fin: 660 }) },
      buildMurs({ autorisations: [autorisation] }),
      buildGel({ debut: 600, fin: 660 }),
    );
    expect(offre).toMatchObject({ places: 1, auPlus: 2 });
    expect(evaluateRelogement(1, 'Hôte', offre, buildGel())).toMatchObject({ issue: 'accepte', avertissements: [] });
    expect(evaluateRelogement(2, 'Hôte', offre, buildGel())).toMatchObject({
      issue: 'accepte',
      avertissements: [{ textes: [{ confiance: 'a-confirmer' }] }],
    });
    expect(evaluateRelogement(3, 'Hôte', offre, buildGel()).issue).toBe('refuse');
  });
  it('la semaine est entière, même coupée par les travaux : du jeudi au vendredi, le début de semaine compte', () => {
    const gel = buildGel({ du: '2027-02-04', au: '2027-02-05' });
    // Pleine du lundi au mercredi, vide ensuite : les heures qui restent sont celles des deux jours.
    const semaine = [480, 1080, 480, 1080, 480, 1080, 0, 0, 0, 0, 0, 0, 0, 0];
    const contrats = Array.from({ length: 44 }, (_, rang) => ({
      ...{ enfantId: `e${rang}`, du: jourCivil('2026-01-01'), au: null, semaine },
    }));
    const accueils = { contrats, reservations: [], absences: [] };
    // 40 × 10 h × 5 jours, moins 44 × 10 h × 3 jours, sur deux fois dix heures : 34, et non quarante.
    expect(libres(0, { accueils }, buildMurs(), gel).places).toBe(34);
  });
  it('dit combien d’enfants relogés elle ne peut plus garder', () => {
    expect(libres(30, { reloges: 20 }).depasse).toBe(4);
    expect(libres(30, { reloges: 16 }).depasse).toBe(0);
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
    expect(libres(30, {}, fermer('2027-02-05'))).toMatchObject({ places: 0, joursOuverts: 0 });
  });
  it('ce qu’elle offre est permis, un de plus est refusé', () => {
    const offre = libres(30);
    expect(evaluateRelogement(16, 'Hôte', offre, buildGel()).issue).toBe('accepte');
    const [etape] = evaluateRelogement(
      1,
      'Hôte',
      { places: 1, auPlus: 1, depasse: 0, joursOuverts: 1 },
      buildGel(),
    ).etapes;
    expect(etape).toContain('1 place libre à toute heure, 1 jour ouvert.');
    expect(evaluateRelogement(17, 'Hôte', offre, buildGel())).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('16 enfants de plus, pas 17'),
    });
  });
});
