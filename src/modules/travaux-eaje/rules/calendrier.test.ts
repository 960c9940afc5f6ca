import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { ACTES_TRAVAUX, type ActeTravaux, CHOIX_CALENDRIER, type ChoixCalendrier } from '../dossier-travaux.ts';
import { buildGel, buildMurs } from '../testing/travaux-factory.ts';
import {
  computeProposition,
  countJoursAuDessus,
  findChoixUtile,
  isDebordant,
  listChoixCalendrier,
} from './calendrier.ts';

const PENDANT = { du: jourCivil('2027-02-01'), au: jourCivil('2027-02-05') };
const enTravaux = (places: number, { debut = 480, fin = 1080, pendant = PENDANT } = {}) => {
  const murs = buildMurs();
  return buildMurs({
    autorisations: murs.autorisations.map((autorisation) => ({
      ...autorisation,
      modulations: [{ jours: [1, 2, 3, 4, 5], debut, fin, places, pendant }],
    })),
  });
};

describe('Ce que des travaux proposent au calendrier (TRV-02)', () => {
  it('toutes les places, toute la journée : la crèche ferme', () => {
    expect(computeProposition(buildMurs(), buildGel()).choix).toBe('FERMER');
    expect(computeProposition(buildMurs(), buildGel({ places: 50 })).choix).toBe('FERMER');
  });
  it('une partie des places : elle offre ce qui reste', () => {
    expect(computeProposition(buildMurs(), buildGel({ places: 15 }))).toEqual({
      ...{ choix: 'MODULER', places: 25, debut: 480, fin: 1080 },
    });
  });
  it('toutes les places à certaines heures : elle n’en offre aucune à ces heures, au quart d’heure qui les contient', () => {
    expect(computeProposition(buildMurs(), buildGel({ debut: 725, fin: 850 }))).toEqual({
      ...{ choix: 'MODULER', places: 0, debut: 720, fin: 855 },
    });
  });
  it('sans autorisation ces jours-là, elle n’a rien à offrir', () => {
    expect(computeProposition(buildMurs({ autorisations: [] }), buildGel({ places: 5 })).places).toBe(0);
  });
});

describe('Le calendrier suit-il le dossier ?', () => {
  it('les jours qui offrent encore ce que les travaux prennent se comptent', () => {
    expect(countJoursAuDessus(buildMurs(), buildGel({ places: 15 }))).toBe(5);
    expect(countJoursAuDessus(enTravaux(25), buildGel({ places: 15 }))).toBe(0);
    expect(countJoursAuDessus(enTravaux(26), buildGel({ places: 15 }))).toBe(5);
    const court = { ...PENDANT, au: jourCivil('2027-02-03') };
    expect(countJoursAuDessus(enTravaux(25, { pendant: court }), buildGel({ places: 15 }))).toBe(2);
    const fermetures = [{ ...PENDANT, motif: 'TRAVAUX' as const, libelle: '' }];
    expect(countJoursAuDessus(buildMurs({ fermetures }), buildGel())).toBe(0);
  });
  it('ce qui est inscrit hors de ses dates se voit, la veille et le lendemain', () => {
    const inscrit = (du: string, au: string) => [{ du: jourCivil(du), au: jourCivil(au), places: null }];
    expect(isDebordant(inscrit('2027-02-01', '2027-02-05'), buildGel())).toBe(false);
    expect(isDebordant(inscrit('2027-01-31', '2027-02-05'), buildGel())).toBe(true);
    expect(isDebordant(inscrit('2027-02-01', '2027-02-06'), buildGel())).toBe(true);
  });
});

describe('Ce qui se propose avec chaque acte', () => {
  it('inscrire en validant ou en programmant, tant que rien ne l’est ; rendre en rouvrant ou en abandonnant', () => {
    const rien = { gel: true, inscrit: false };
    expect(listChoixCalendrier(['valider', 'abandonner'], rien)).toEqual(['FERMER', 'MODULER', 'RIEN']);
    expect(listChoixCalendrier(['valider'], { gel: false, inscrit: false })).toEqual([]);
    expect(listChoixCalendrier(['rouvrir'], rien)).toEqual([]);
    expect(listChoixCalendrier(['programmer', 'abandonner'], { gel: true, inscrit: true })).toEqual(['LEVER', 'RIEN']);
    expect(listChoixCalendrier(['rouvrir'], { gel: true, inscrit: true })).toEqual(['LEVER', 'RIEN']);
    expect(listChoixCalendrier(['commencer'], { gel: true, inscrit: false })).toEqual([]);
  });
  it('un choix ne vaut que pour l’acte qui le porte', () => {
    const utiles = (Object.keys(ACTES_TRAVAUX) as ActeTravaux[]).flatMap((acte) =>
      (Object.keys(CHOIX_CALENDRIER) as ChoixCalendrier[]).flatMap((choix) =>
        findChoixUtile(acte, choix) ? `${acte} ${choix}` : [],
      ),
    );
    expect(utiles).toEqual([
      'valider FERMER',
      'valider MODULER',
      'programmer FERMER',
      'programmer MODULER',
      'rouvrir LEVER',
      'abandonner LEVER',
    ]);
    expect(findChoixUtile('valider', null)).toBeNull();
  });
});
