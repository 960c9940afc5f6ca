import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildDossierTravaux, buildGel, buildMurs } from '../testing/travaux-factory.ts';
import {
  buildSansTravaux,
  computeMinutesGelees,
  computeReste,
  findGel,
  type Gel,
  listJoursOuverts,
  type Murs,
} from './gel.ts';

const heures = (murs: Murs, gel: Gel, bornes: Pick<Gel, 'du' | 'au'> = gel) =>
  computeMinutesGelees(murs, [gel], bornes) / 60;
const lundi = jourCivil('2027-02-01');

describe('Places gelées × jours ouverts × heures (TRV-02)', () => {
  it('quarante places, cinq jours, dix heures : deux mille', () => {
    expect(heures(buildMurs(), buildGel())).toBe(2000);
    expect(heures(buildMurs(), buildGel({ places: 10 }))).toBe(500);
  });
  it('jamais plus que les places autorisées', () => {
    expect(heures(buildMurs(), buildGel({ places: 99 }))).toBe(2000);
  });
  it('deux heures le soir seulement', () => {
    expect(heures(buildMurs(), buildGel({ debut: 960, fin: 1200 }))).toBe(40 * 5 * 2);
  });
  it('là où la crèche offrait déjà moins, seules les places vraiment perdues comptent (CAP-04)', () => {
    const modulations = [{ jours: [1, 2, 3, 4, 5], debut: 480, fin: 540, places: 25 }];
    const murs = buildMurs({ autorisations: [{ du: jourCivil('2020-01-01'), au: null, places: 40, modulations }] });
    // Vingt places restent : cinq de moins que 25 la première heure, vingt de moins ensuite.
    expect(heures(murs, buildGel({ places: 20, au: '2027-02-01' }))).toBe(5 + 20 * 9);
    expect(computeReste(murs, [buildGel({ places: 20 })], lundi, 490)).toBe(20);
    expect(computeReste(murs, [buildGel({ places: 10 })], lundi, 490)).toBe(25);
  });
  it('un jour de congés n’offrait rien ; une fermeture pour travaux ne cache pas le gel', () => {
    const fermer = (motif: 'CONGES' | 'TRAVAUX') =>
      buildMurs({ fermetures: [{ du: lundi, au: lundi, motif, libelle: '' }] });
    expect(heures(buildSansTravaux(fermer('CONGES')), buildGel())).toBe(1600);
    expect(heures(buildSansTravaux(fermer('TRAVAUX')), buildGel())).toBe(2000);
    expect(listJoursOuverts(fermer('TRAVAUX'), buildGel())).toHaveLength(4);
  });
  it('deux dossiers qui ferment la crèche les mêmes jours ne gèlent pas deux fois ses places (IND-10)', () => {
    const bornes = buildGel();
    const ensemble = (...gels: Gel[]) => computeMinutesGelees(buildMurs(), gels, bornes) / 60;
    expect(ensemble(buildGel(), buildGel())).toBe(2000);
    expect(ensemble(buildGel(), buildGel({ places: 10 }))).toBe(2000);
    expect(ensemble(buildGel({ places: 30 }), buildGel({ places: 30, au: '2027-02-02' }))).toBe(2 * 400 + 3 * 300);
    expect(ensemble(buildGel({ places: 10 }), buildGel({ places: 15, debut: 960, fin: 1080 }))).toBe(500 + 5 * 2 * 15);
    expect(ensemble()).toBe(0);
  });
  it('dans les bornes demandées seulement', () => {
    const bornes = { du: jourCivil('2027-02-04'), au: jourCivil('2027-02-28') };
    expect(heures(buildMurs(), buildGel(), bornes)).toBe(800);
  });
});

describe('Un gel a lieu du début à la veille de la réouverture (IND-10)', () => {
  const le = (jour: string, plus = {}) => findGel(buildDossierTravaux(plus), jourCivil(jour));
  const bornes = (jour: string, plus = {}) => {
    const gel = le(jour, plus);
    return gel && `${gel.du} ${gel.au}`;
  };
  const commence = { etat: 'EN_COURS', commenceLe: jourCivil('2027-02-03') };
  it('un besoin, un besoin validé, un abandon ne gèlent rien', () => {
    for (const etat of ['BESOIN', 'VALIDE', 'ABANDONNE']) expect(le('2027-02-02', { etat })).toBeUndefined();
  });
  it('programmé : ce qui vient ; ce qui devait avoir eu lieu et n’a pas commencé n’a rien gelé', () => {
    expect(bornes('2026-11-21', { etat: 'PROGRAMME' })).toBe('2027-02-01 2027-02-14');
    expect(bornes('2027-02-10', { etat: 'PROGRAMME' })).toBe('2027-02-10 2027-02-14');
    expect(bornes('2027-03-10', { etat: 'PROGRAMME' })).toBeUndefined();
  });
  it('commencé : du jour réel ; non rouvert, il court jusqu’à aujourd’hui', () => {
    expect(bornes('2027-02-05', commence)).toBe('2027-02-03 2027-02-14');
    expect(bornes('2027-02-20', { ...commence, etat: 'RECU' })).toBe('2027-02-03 2027-02-20');
  });
  it('rouvert : jusqu’à la veille', () => {
    expect(bornes('2027-03-20', { ...commence, etat: 'ROUVERT', rouvertLe: jourCivil('2027-02-18') })).toBe(
      '2027-02-03 2027-02-17',
    );
  });
  it('aucune place gelée, aucun gel', () => {
    expect(le('2027-02-05', { ...commence, placesGelees: 0 })).toBeUndefined();
  });
});
