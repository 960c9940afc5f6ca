import { describe, expect, it } from 'vitest';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import {
  buildDossier,
  type FaitEcrit,
  getRegle,
  listDues,
  listEnVigueur,
  verifyRegles,
} from '#tests/support/dossier-essai.ts';
import { FAITS_INSTANCES, REGLES_INSTANCES } from '../index.ts';

const decision = (date: string, code = 'PLACEMENT_ASE'): FaitEcrit => ({ type: 'decision', mesure: 'm1', code, date });
const fait = (type: string, date: string, plus = {}): FaitEcrit => ({ type, date, ...plus });
const contact = (parent: string, date: string) => fait('dernier-contact', date, { parent });
const examen = (date: string) => fait('examen-cessec', date);
const FIN = fait('fin-mesure', '2026-09-01', { mesure: 'm1', motif: 'RETOUR_FAMILLE' });
const lire = (
  id: string,
  faits: readonly FaitEcrit[],
  jour = '2026-11-21',
  ne: string | null = '2015-03-02',
  parametres = {},
) => listDues(getRegle(REGLES_INSTANCES, id), buildDossier(faits, { jour, ne, parametres }));

describe('La CESSEC examine l’enfant confié depuis plus d’un an dont le statut inquiète (CASF L223-1, D223-26)', () => {
  const repere = fait('statut-a-examiner', '2026-06-01', { motif: 'statut-inadapte' });
  it('sous le délai du département, depuis le jour où c’est repéré', () => {
    expect(lire('CES-001', [decision('2024-01-10'), repere])).toEqual(['2026-07-31 en-retard']);
    expect(lire('CES-001', [decision('2024-01-10'), repere, examen('2026-07-31')])).toEqual(['2026-07-31 faite']);
  });
  it('au plus tôt un an après le début de l’accueil : la veille rien, le jour même elle naît', () => {
    const faits = [decision('2025-11-21'), repere];
    expect(lire('CES-001', faits, '2026-11-20')).toEqual([]);
    expect(lire('CES-001', faits, '2026-11-21')).toEqual(['2027-01-20 a-venir']);
  });
  it('un parent sans contact depuis un an la fait naître (DET-03) ; le contact repris l’éteint', () => {
    const faits = [decision('2024-01-10'), contact('1', '2025-11-21')];
    expect(lire('CES-001', faits, '2026-11-20')).toEqual([]);
    expect(lire('CES-001', faits, '2026-11-21')).toEqual(['2027-01-20 a-venir']);
    expect(lire('CES-001', [...faits, contact('1', '2026-12-01')], '2026-12-02')).toEqual(['2027-01-20 eteinte']);
  });
  it('le silence commencé avant l’accueil compte encore', () => {
    expect(lire('CES-001', [decision('2025-06-01'), contact('1', '2023-01-10')])).toEqual(['2026-07-31 en-retard']);
  });
  it('ce qui est repéré avant l’examen ne la doit qu’une fois ; après, une nouvelle fois', () => {
    const second = { ...repere, date: '2026-06-20' };
    expect(lire('CES-001', [decision('2024-01-10'), repere, second])).toHaveLength(1);
    expect(lire('CES-001', [decision('2024-01-10'), repere, second, examen('2026-06-10')])).toEqual([
      '2026-07-31 faite',
      '2026-08-19 en-retard',
    ]);
  });
  it('la fin de l’accueil l’éteint ; non confié, rien', () => {
    expect(lire('CES-001', [decision('2024-01-10'), repere, FIN])).toEqual(['2026-07-31 eteinte']);
    expect(lire('CES-001', [decision('2024-01-10', 'AEMO'), repere])).toEqual([]);
  });
  it.each([
    ['2016-12-02', 0],
    ['2016-12-03', 1],
  ])('depuis le 3 décembre 2016 : repéré le %s, %i', (date, nombre) => {
    expect(lire('CES-001', [decision('2015-06-10'), { ...repere, date }])).toHaveLength(nombre);
  });
});

describe('La CESSEC examine les tout-petits tous les six mois (CASF L223-1)', () => {
  it.each([
    ['2026-07-09', 'a-venir'],
    ['2026-07-10', 'aujourd-hui'],
    ['2026-07-11', 'en-retard'],
  ])('confié le 10 janvier, vu le %s : %s', (jour, statut) => {
    expect(lire('CES-002', [decision('2026-01-10')], jour, '2025-06-01')).toEqual([`2026-07-10 ${statut}`]);
  });
  it('puis du dernier examen, tant qu’il n’a pas l’âge à l’échéance', () => {
    const faits = [decision('2026-01-10'), examen('2026-07-01')];
    expect(lire('CES-002', faits, '2026-08-01', '2024-01-02')).toEqual(['2026-07-10 faite', '2027-01-01 a-venir']);
    expect(lire('CES-002', faits, '2026-08-01', '2024-01-01')).toEqual(['2026-07-10 faite']);
  });
  it('deux ans avant le 23 février 2022, trois depuis : confié à vingt-deux mois', () => {
    expect(lire('CES-002', [decision('2022-02-22')], '2022-03-01', '2020-04-20')).toEqual([]);
    expect(lire('CES-002', [decision('2022-02-23')], '2022-03-01', '2020-04-20')).toEqual(['2022-08-23 a-venir']);
  });
  it('l’âge de trois ans est à confirmer, celui de deux est vérifié', () => {
    const lireConfiance = (ne: string) =>
      listEnVigueur(getRegle(REGLES_INSTANCES, 'CES-002'), buildDossier([decision('2026-01-10')], { ne }))[0]
        ?.textes?.[0]?.confiance;
    expect([lireConfiance('2024-07-11'), lireConfiance('2024-07-10')]).toEqual(['verifie', 'a-confirmer']);
  });
  it('le département règle cet âge', () => {
    const parametres = { 'instances.seuil-age-cessec-ans': 2 };
    expect(lire('CES-002', [decision('2026-01-10')], '2026-02-01', '2024-07-10', parametres)).toEqual([]);
  });
  it('un accueil en cours le 3 décembre 2016 compte de ce jour ; fini avant, rien', () => {
    expect(lire('CES-002', [decision('2016-11-01')], '2017-01-01', '2016-06-01')).toEqual(['2017-06-03 a-venir']);
    const fin = { ...FIN, date: '2016-12-02' };
    expect(lire('CES-002', [decision('2016-11-01'), fin], '2017-01-01', '2016-06-01')).toEqual([]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_INSTANCES, [...FAITS_INSTANCES, ...FAITS_MESURES]);
});
