import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, listEnVigueur } from '#tests/support/dossier-essai.ts';
import { REGLES_INSTANCES } from '../index.ts';

const decision = (date: string, code = 'PLACEMENT_ASE'): FaitEcrit => ({ type: 'decision', mesure: 'm1', code, date });
const fait = (type: string, date: string, plus = {}): FaitEcrit => ({ type, date, ...plus });
const contact = (parent: string, date: string) => fait('dernier-contact', date, { parent });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-11-21', ne: string | null = '2015-03-02') =>
  listDues(getRegle(REGLES_INSTANCES, id), buildDossier(faits, { jour, ne }));

describe('Un placement long fait examiner d’autres mesures (CASF L227-2-1)', () => {
  it('tous les deux ans, du placement puis du dernier examen', () => {
    expect(lire('EXA-001', [decision('2024-02-29')])).toEqual(['2026-02-28 en-retard']);
    expect(lire('EXA-001', [decision('2024-02-29'), fait('examen-statut', '2026-01-10')])).toEqual([
      '2026-02-28 faite',
      '2028-01-10 a-venir',
    ]);
  });
  it('confié avant deux ans, à un an, puis un an après : la veille de ses deux ans oui, le jour même non', () => {
    expect(lire('EXA-001', [decision('2026-01-10')], '2026-02-01', '2024-01-11')).toEqual(['2027-01-10 a-venir']);
    expect(lire('EXA-001', [decision('2026-01-10')], '2026-02-01', '2024-01-10')).toEqual(['2028-01-10 a-venir']);
    const examine = [decision('2024-01-10'), fait('examen-statut', '2025-01-10')];
    expect(lire('EXA-001', examine, '2025-06-01', '2023-01-10')).toEqual(['2025-01-10 faite', '2026-01-10 a-venir']);
  });
  it('confié par le juge au service, non par ses parents ni à un tiers', () => {
    expect(lire('EXA-001', [decision('2024-02-10', 'AP')])).toEqual([]);
    expect(lire('EXA-001', [decision('2024-02-10', 'PLACEMENT_TDC')])).toEqual([]);
  });
  it('un placement en cours le 2 décembre 2016 compte de ce jour', () => {
    expect(lire('EXA-001', [decision('2016-12-01')], '2017-01-01', '2010-03-02')).toEqual(['2018-12-02 a-venir']);
    expect(lire('EXA-001', [decision('2016-12-03')], '2017-01-01', '2010-03-02')).toEqual(['2018-12-03 a-venir']);
  });
});

describe('La requête en délaissement est obligatoire après un an de désintérêt (C. civ. 381-2)', () => {
  const confie = decision('2023-01-10');
  const silence = [confie, contact('1', '2025-03-01'), contact('2', '2025-11-20')];
  it('d’un an après le dernier contact de l’un des deux parents', () => {
    expect(lire('EXA-002', silence, '2026-11-19')).toEqual(['2026-11-20 a-venir']);
    expect(lire('EXA-002', silence, '2026-11-20')).toEqual(['2026-11-20 aujourd-hui']);
    expect(lire('EXA-002', silence, '2026-11-21')).toEqual(['2026-11-20 en-retard']);
  });
  it('elle se prépare dès six mois de silence, non avant (DET-02)', () => {
    expect(lire('EXA-002', silence, '2026-05-19')).toEqual([]);
    expect(lire('EXA-002', silence, '2026-05-20')).toEqual(['2026-11-20 a-venir']);
  });
  it('au plus tôt un an après l’accueil', () => {
    expect(lire('EXA-002', [decision('2026-02-01'), contact('1', '2025-06-01')])).toEqual(['2027-02-01 a-venir']);
  });
  it('un contact qui reprend fait repartir le délai ; la requête la satisfait, la fin de l’accueil l’éteint', () => {
    expect(lire('EXA-002', [...silence, contact('1', '2026-11-01')])).toEqual([]);
    expect(lire('EXA-002', [...silence, fait('requete-delaissement', '2026-11-20')])).toEqual(['2026-11-20 faite']);
    const fin = fait('fin-mesure', '2026-10-01', { mesure: 'm1', motif: 'RETOUR_FAMILLE' });
    expect(lire('EXA-002', [...silence, fin])).toEqual(['2026-11-20 eteinte']);
  });
  it('avec un seul parent connu, elle ne vise que lui et n’est pas critique', () => {
    const lireGravite = (faits: readonly FaitEcrit[]) =>
      listEnVigueur(getRegle(REGLES_INSTANCES, 'EXA-002'), buildDossier(faits))[0]?.gravite;
    expect([lireGravite(silence), lireGravite(silence.slice(0, 2))]).toEqual(['critique', 'normale']);
  });
  it.each([
    ['2016-03-15', 0],
    ['2016-03-16', 1],
  ])('depuis le 16 mars 2016 : dernier contact le %s, %i', (date, nombre) => {
    expect(lire('EXA-002', [decision('2015-06-10'), contact('1', date)])).toHaveLength(nombre);
  });
});
