import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computePremiereAnalyse, listHorloges } from './horloge.ts';

const REGLAGES = { joursOuvres: 3, zone: 'metropole' } as const;

test.each([
  ['un lundi', '2026-11-16', '2026-11-19'],
  ['un vendredi : la fin de semaine ne compte pas', '2026-11-20', '2026-11-25'],
  ['un samedi', '2026-11-21', '2026-11-25'],
  ['la veille d’un jour férié', '2026-11-10', '2026-11-16'],
  ['la veille de Noël, un jeudi', '2026-12-24', '2026-12-30'],
])('la première analyse se compte en jours ouvrés : reçue %s (IP-005)', (_, recue, pour) => {
  expect(computePremiereAnalyse(jourCivil(recue), 'ordinaire', REGLAGES).pour).toBe(pour);
});

test('un danger grave et immédiat s’analyse le jour même', () => {
  expect(computePremiereAnalyse(jourCivil('2026-11-21'), 'immediate', REGLAGES).pour).toBe('2026-11-21');
});

const FAITS = {
  etat: 'qualifiee',
  urgence: 'ordinaire',
  recueLe: jourCivil('2026-08-31'),
  qualifieeLe: jourCivil('2026-09-02'),
  closeLe: null,
  delaiReduitJours: null,
  rapportRemisLe: null,
} as const;

test.each([
  ['la veille', '2026-11-29', 0],
  ['le jour', '2026-11-30', 0],
  ['le lendemain', '2026-12-01', 1],
])('trois mois du 31 août finissent le 30 novembre : %s (D226-2-4 II)', (_, jour, retardJours) => {
  expect(listHorloges(FAITS, jourCivil(jour), REGLAGES)).toMatchObject([
    { pour: '2026-11-30', retardJours, faiteLe: null },
  ]);
});

test('avant la qualification, deux horloges courent : l’analyse et déjà l’évaluation', () => {
  const horloges = listHorloges({ ...FAITS, etat: 'recue', qualifieeLe: null }, jourCivil('2026-08-31'), REGLAGES);
  expect(horloges.map(({ titre, pour }) => [titre, pour])).toEqual([
    ['Première analyse', '2026-09-03'],
    ['Évaluation à achever', '2026-11-30'],
  ]);
});

test('l’horloge s’arrête au rapport remis, et dit son retard', () => {
  const remise = (jour: string) =>
    listHorloges(
      { ...FAITS, etat: 'rapport-remis', rapportRemisLe: jourCivil(jour) },
      jourCivil('2027-05-01'),
      REGLAGES,
    )[0];
  expect(remise('2026-11-30')).toMatchObject({ retardJours: 0, faiteLe: '2026-11-30' });
  expect(remise('2026-12-02')).toMatchObject({ retardJours: 2 });
});

test('suspendue, le délai légal continue de s’afficher', () => {
  expect(listHorloges({ ...FAITS, etat: 'suspendue' }, jourCivil('2026-12-10'), REGLAGES)).toMatchObject([
    { retardJours: 10 },
  ]);
});

test('écartée ou transférée, plus rien ne court', () => {
  expect(listHorloges({ ...FAITS, etat: 'hors-ip', qualifieeLe: null }, jourCivil('2026-12-10'), REGLAGES)).toEqual([]);
  expect(listHorloges({ ...FAITS, etat: 'transferee' }, jourCivil('2026-12-10'), REGLAGES)).toEqual([]);
});

test('le délai réduit ne peut qu’abréger, et dit ses deux textes', () => {
  const [reduite] = listHorloges({ ...FAITS, delaiReduitJours: 45 }, jourCivil('2026-09-01'), REGLAGES);
  expect(reduite).toMatchObject({ pour: '2026-10-15' });
  expect(reduite?.textes).toHaveLength(2);
});
