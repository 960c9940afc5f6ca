import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_MNA } from './mineur-non-accompagne.ts';

const APU = { type: 'decision', mesure: 'm1', code: 'APU_MNA', date: '2026-02-24' };
const acte = (type: string, date: string, plus = {}) => ({ type, mesure: 'm1', date, ...plus });
const lire = (id: string, faits: readonly FaitEcrit[], jour: string, options = {}) =>
  listDues(getRegle(REGLES_MNA, id), buildDossier(faits, { jour, ne: null, ...options }));

describe('Qui se dit mineur et isolé est accueilli en urgence, le jour où il le demande (CASF L221-2-4 I)', () => {
  const demande = { type: 'demande', mesure: 'm1', code: 'APU_MNA', date: '2026-02-24' };
  it.each([
    ['2026-02-24', 'aujourd-hui'],
    ['2026-02-25', 'en-retard'],
  ])('sans accueil, vu le %s : %s', (jour, statut) =>
    expect(lire('MNA-001', [demande], jour)).toEqual([`2026-02-24 ${statut}`]),
  );
  it('vu la veille de la demande, rien n’est dû', () => expect(lire('MNA-001', [demande], '2026-02-23')).toEqual([]));
  it.each([
    ['2026-02-24', 'faite'],
    ['2026-02-25', 'faite-en-retard'],
  ])('accueilli le %s : %s', (date, statut) => {
    expect(lire('MNA-001', [demande, { ...APU, date }], '2026-03-10')).toEqual([`2026-02-24 ${statut}`]);
    const debut = acte('debut-effectif', date);
    expect(lire('MNA-001', [demande, APU, debut], '2026-03-10')).toEqual([`2026-02-24 ${statut}`]);
  });
  it('sans demande inscrite, ou pour une autre mesure, rien ne se compte', () => {
    expect(lire('MNA-001', [APU], '2026-03-10')).toEqual([]);
    expect(lire('MNA-001', [{ ...demande, code: 'AP' }], '2026-03-10')).toEqual([]);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('la loi vaut depuis le 9 février 2022 : demandé le %s, %i', (date, nombre) =>
    expect(lire('MNA-001', [{ ...demande, date }], '2026-03-01')).toHaveLength(nombre),
  );
});

describe('L’accueil provisoire d’urgence dure cinq jours, prolongeables deux fois (CASF R221-11 I)', () => {
  const avis = acte('avis-parquet', '2026-02-24');
  it.each([
    ['2026-02-28', 'a-venir'],
    ['2026-03-01', 'aujourd-hui'],
    ['2026-03-02', 'en-retard'],
  ])('vu le %s : %s', (jour, statut) =>
    expect(lire('MNA-002', [APU, avis], jour)).toEqual(['2026-02-24 faite', `2026-03-01 ${statut}`]),
  );
  it('chaque prolongation porte le terme cinq jours plus loin, et se dit au procureur', () => {
    const faits = [APU, avis, acte('prolongation-apu', '2026-03-01'), acte('prolongation-apu', '2026-03-05')];
    expect(lire('MNA-002', faits, '2026-03-08')).toEqual([
      '2026-02-24 faite',
      '2026-03-01 en-retard',
      '2026-03-01 faite',
      '2026-03-05 en-retard',
      '2026-03-06 faite',
      '2026-03-11 a-venir',
    ]);
  });
  it('une troisième prolongation n’éloigne plus le terme de quinze jours', () => {
    const prolongations = ['2026-03-01', '2026-03-05', '2026-03-10'].map((date) => acte('prolongation-apu', date));
    expect(lire('MNA-002', [APU, ...prolongations], '2026-03-12').at(-1)).toBe('2026-03-11 faite');
    const termes = getRegle(REGLES_MNA, 'MNA-002')
      .list(buildDossier([APU, ...prolongations], { jour: '2026-03-12' }))
      .filter(({ cle }) => cle.includes('terme'));
    expect(termes.map(({ pour }) => pour)).toEqual(['2026-03-01', '2026-03-06', '2026-03-11']);
  });
  it.each([
    ['2023-12-24', 0],
    ['2023-12-25', 2],
  ])('le décret vaut des accueils depuis le 25 décembre 2023 : le %s, %i', (date, nombre) =>
    expect(lire('MNA-002', [{ ...APU, date }], '2026-03-01')).toHaveLength(nombre),
  );
});

describe('L’évaluation et ce qui la suit (CASF L221-2-4 ; C. civ. 375-5)', () => {
  const evaluation = (issue: string) => acte('evaluation-minorite', '2026-03-01', { issue });
  it('la minorité s’évalue au terme de l’accueil, prolongé ou non', () => {
    expect(lire('MNA-004', [APU], '2026-02-25')).toEqual(['2026-03-01 a-venir']);
    expect(lire('MNA-004', [APU, acte('prolongation-apu', '2026-03-01')], '2026-03-02')).toEqual([
      '2026-03-06 a-venir',
    ]);
    expect(lire('MNA-004', [APU, evaluation('reconnu')], '2026-03-10')).toEqual(['2026-03-01 faite']);
  });
  it('reconnu, la justice est saisie et l’orientation nationale demandée', () => {
    expect(lire('MNA-006', [evaluation('reconnu')], '2026-03-01')).toEqual([
      '2026-03-01 aujourd-hui',
      '2026-03-01 aujourd-hui',
    ]);
    const suites = [acte('saisine-juge', '2026-03-01'), acte('orientation-nationale', '2026-03-02')];
    expect(lire('MNA-006', [evaluation('reconnu'), ...suites], '2026-03-10')).toEqual([
      '2026-03-01 faite',
      '2026-03-01 faite-en-retard',
    ]);
  });
  it('non reconnu, la décision est notifiée, sous réserve d’un texte à confirmer', () => {
    expect(lire('MNA-007', [evaluation('non-reconnu')], '2026-03-02')).toEqual(['2026-03-01 en-retard']);
    expect(lire('MNA-006', [evaluation('non-reconnu')], '2026-03-02')).toEqual([]);
    expect(getRegle(REGLES_MNA, 'MNA-007').textes[0]?.confiance).toBe('a-confirmer');
  });
});

describe('Confié sans représentant, une délégation ou une tutelle est à demander (C. civ. 373, 377, 411)', () => {
  const faits = [
    acte('evaluation-minorite', '2026-03-01', { issue: 'reconnu' }),
    { type: 'decision', mesure: 'm2', code: 'PLACEMENT_ASE', date: '2026-03-05' },
  ];
  it('dans le délai du département', () => {
    expect(lire('MNA-008', faits, '2026-03-10')).toEqual(['2026-06-03 a-venir']);
    expect(lire('MNA-008', faits, '2026-03-10', { parametres: { 'mna.representation-jours': 30 } })).toEqual([
      '2026-04-04 a-venir',
    ]);
  });
  it('la requête, ou la décision, la satisfait ; la majorité avant le terme l’éteint', () => {
    const tutelle = { type: 'decision', mesure: 'm3', code: 'TUTELLE_DEP', date: '2026-05-01' };
    expect(lire('MNA-008', [...faits, acte('representation-demandee', '2026-04-01')], '2026-07-01')).toEqual([
      '2026-06-03 faite',
    ]);
    expect(lire('MNA-008', [...faits, tutelle], '2026-07-01')).toEqual(['2026-06-03 faite']);
    expect(lire('MNA-008', faits, '2026-07-01', { ne: '2008-06-03' })).toEqual(['2026-06-03 eteinte']);
  });
  it('un enfant confié qui n’est pas non accompagné ne la demande pas', () =>
    expect(lire('MNA-008', faits.slice(1), '2026-03-10')).toEqual([]));
});
