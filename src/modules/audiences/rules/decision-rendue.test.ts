import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_DECISION_RENDUE } from './decision-rendue.ts';

const DECISION = { type: 'decision', mesure: 'm1', code: 'PLACEMENT_ASE', date: '2026-05-01', dureeMois: 12 };
const acte = (type: string, date: string, plus = {}) => ({ type, mesure: 'm1', date, ...plus });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-05-05') =>
  listDues(getRegle(REGLES_DECISION_RENDUE, id), buildDossier(faits, { jour }));

describe('La décision est notifiée sous huit jours (CPC 1190)', () => {
  it.each([
    ['2026-05-10', 'a-venir'],
    ['2026-05-11', 'aujourd-hui'],
    ['2026-05-12', 'en-retard'],
  ])('le huitième jour, un samedi, reporté au lundi : vue le %s, %s', (jour, statut) =>
    expect(lire('AUD-007', [DECISION], jour)).toEqual([`2026-05-11 ${statut}`]),
  );
  it('notifiée ou reçue, c’est fait ; remplacée, sans objet', () => {
    expect(lire('AUD-007', [DECISION, acte('notification-decision', '2026-05-11')], '2026-06-01')).toEqual([
      '2026-05-11 faite',
    ]);
    expect(lire('AUD-007', [{ ...DECISION, recueLe: '2026-05-12' }], '2026-06-01')).toEqual([
      '2026-05-11 faite-en-retard',
    ]);
    const suite = { ...DECISION, nature: 'modification', date: '2026-06-01', recueLe: '2026-06-02' };
    expect(lire('AUD-007', [DECISION, suite], '2026-06-15')).toEqual(['2026-05-11 eteinte', '2026-06-09 faite']);
  });
  it('la mesure commencée, la décision est connue : sans objet', () =>
    expect(lire('AUD-007', [DECISION, acte('debut-effectif', '2026-05-20')], '2026-06-01')).toEqual([
      '2026-05-11 eteinte',
    ]));
  it('une décision du président ou du parquet n’est pas de cette règle', () => {
    expect(lire('AUD-007', [{ ...DECISION, code: 'AED' }])).toEqual([]);
    expect(lire('AUD-007', [{ ...DECISION, code: 'OPP_PARQUET' }])).toEqual([]);
  });
});

describe('L’appel se forme dans les quinze jours de la notification (CPC 1191)', () => {
  const notifiee = acte('notification-decision', '2026-05-04');
  it.each([
    ['2026-05-18', 'a-venir'],
    ['2026-05-19', 'aujourd-hui'],
    ['2026-05-20', 'eteinte'],
  ])('vue le %s : %s', (jour, statut) =>
    expect(lire('AUD-008', [DECISION, notifiee], jour)).toEqual([`2026-05-19 ${statut}`]),
  );
  it('un terme non ouvrable est reporté (CPC 642)', () =>
    expect(lire('AUD-008', [acte('notification-decision', '2026-04-29')])).toEqual(['2026-05-15 a-venir']));
  it('sans notification inscrite, la réception en tient lieu', () => {
    expect(lire('AUD-008', [{ ...DECISION, recueLe: '2026-05-04' }])).toEqual(['2026-05-19 a-venir']);
    expect(lire('AUD-008', [{ ...DECISION, recueLe: '2026-05-06' }, notifiee], '2026-05-07')).toEqual([
      '2026-05-19 a-venir',
    ]);
  });
  it('l’appel formé, c’est fait', () =>
    expect(lire('AUD-008', [DECISION, notifiee, acte('appel', '2026-05-19')], '2026-06-01')).toEqual([
      '2026-05-19 faite',
    ]));
});

describe('La cour statue sous trois mois de l’appel d’un placement provisoire (CPC 1193)', () => {
  const provisoire = { ...DECISION, code: 'OPP_JUGE', date: '2025-11-20' };
  it('au même quantième, à défaut le dernier jour du mois, reporté', () =>
    expect(lire('AUD-009', [provisoire, acte('appel', '2025-11-30')], '2025-12-15')).toEqual(['2026-03-02 a-venir']));
  it('l’arrêt la satisfait', () => {
    const faits = [acte('appel', '2026-01-05', { provisoire: true }), acte('arret-appel', '2026-04-07')];
    expect(lire('AUD-009', faits, '2026-05-01')).toEqual(['2026-04-07 faite']);
  });
  it('l’appel d’une décision au fond n’a pas ce délai', () =>
    expect(lire('AUD-009', [DECISION, acte('appel', '2026-05-04')])).toEqual([]));
});
