import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_BUDGET_EAJE } from '../faits.ts';
import { REGLES_SERVICE } from './obligations-service.ts';

const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-11-21', parametres = {}) =>
  listDues(getRegle(REGLES_SERVICE, id), buildDossier(faits, { jour, parametres }));
const ligne = (nature: string, plus = {}): FaitEcrit => ({
  ...{ type: 'ligne-budgetaire', date: '2026-01-01', ligne: 'l', nature, libelle: 'Ligne', budgetCentimes: 1000000 },
  ...plus,
});
const service = (date: string, plus = {}): FaitEcrit => ({
  type: 'service-fait',
  date,
  ligne: 'l',
  nature: 'MENAGE',
  ...plus,
});

describe('Le service fait d’un mois s’atteste dans le délai du département (PRS-01)', () => {
  const octobre = [ligne('MENAGE', { date: '2026-10-01' })];
  it.each([
    ['2026-10-30', []],
    ['2026-10-31', ['2026-11-10 a-venir']],
    ['2026-11-09', ['2026-11-10 a-venir']],
    ['2026-11-10', ['2026-11-10 aujourd-hui']],
    ['2026-11-11', ['2026-11-10 en-retard']],
  ])('octobre, vu le %s : %o', (jour, dues) => {
    expect(lire('PRS-01', octobre, jour)).toEqual(dues);
  });
  it('suit le délai que règle le département', () => {
    expect(lire('PRS-01', octobre, '2026-11-05', { 'creches.service-fait-jours': 5 })).toEqual([
      '2026-11-05 aujourd-hui',
    ]);
  });
  it('attesté, il est fait ; en retard, il le reste ; inscrit sans être attesté, il est dû', () => {
    const vu = (plus: object) => lire('PRS-01', [...octobre, service('2026-10-01', plus)]);
    expect(vu({ attesteLe: '2026-11-10' })).toEqual(['2026-11-10 faite']);
    expect(vu({ attesteLe: '2026-11-11' })).toEqual(['2026-11-10 faite-en-retard']);
    expect(vu({})).toEqual(['2026-11-10 en-retard']);
  });
  it('un mois que personne n’a inscrit est dû comme les autres, février bissextile compris', () => {
    const annee = [ligne('MENAGE', { date: '2028-01-15' }), service('2028-01-01', { attesteLe: '2028-02-03' })];
    expect(lire('PRS-01', annee, '2028-03-10')).toEqual(['2028-02-10 faite', '2028-03-10 aujourd-hui']);
    expect(lire('PRS-01', [ligne('MENAGE', { date: '2025-01-01' })], '2026-11-21')).toHaveLength(12);
  });
  it('l’intérim se doit par commande, et les autres lignes ne doivent rien', () => {
    const commandes = [
      service('2026-09-01', { nature: 'INTERIM', service: 'a' }),
      service('2026-09-01', { nature: 'INTERIM', service: 'b' }),
    ];
    expect(lire('PRS-01', [ligne('INTERIM'), ...commandes])).toEqual(['2026-10-10 en-retard', '2026-10-10 en-retard']);
    expect(lire('PRS-01', [ligne('INTERIM')])).toEqual([]);
    expect(lire('PRS-01', [ligne('ENTRETIEN')])).toEqual([]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_SERVICE, FAITS_BUDGET_EAJE);
});
