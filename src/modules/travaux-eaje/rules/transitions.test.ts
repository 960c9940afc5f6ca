import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import {
  ACTES_TRAVAUX,
  type ActeTravaux,
  ETATS_TRAVAUX,
  type EtatTravaux,
  type ImpactArrete,
  POINTS_REOUVERTURE,
  type PointReouverture,
} from '../dossier-travaux.ts';
import { buildDossierTravaux } from '../testing/travaux-factory.ts';
import {
  evaluateChiffrage,
  findChampFige,
  findEtatSuivant,
  findObstacle,
  isOuvert,
  listPointsManquants,
  TRANSITIONS,
} from './transitions.ts';

it('chaque acte mène à un état connu ; rien ne sort d’un dossier rouvert ou abandonné (TRV-01)', () => {
  for (const etat of Object.keys(ETATS_TRAVAUX) as EtatTravaux[]) {
    for (const acte of Object.keys(ACTES_TRAVAUX) as ActeTravaux[])
      expect([undefined, ...Object.keys(ETATS_TRAVAUX)]).toContain(findEtatSuivant(etat, acte));
    expect(isOuvert(etat)).toBe(Object.keys(TRANSITIONS[etat]).length > 0);
  }
});

it('on n’abandonne plus ce qui a commencé, on ne rouvre que ce qui est reçu', () => {
  expect(findEtatSuivant('PROGRAMME', 'abandonner')).toBe('ABANDONNE');
  expect(findEtatSuivant('EN_COURS', 'abandonner')).toBeUndefined();
  expect(findEtatSuivant('EN_COURS', 'rouvrir')).toBeUndefined();
  expect(findEtatSuivant('RECU', 'rouvrir')).toBe('ROUVERT');
});

const aujourdhui = { le: jourCivil('2026-11-21'), motif: null };
const dossier = buildDossierTravaux({ commenceLe: jourCivil('2026-11-20') });
const { debutPrevu, reouverturePrevue, placesGelees, gelDebut, gelFin } = dossier;
const impact: ImpactArrete = {
  ...{ debutPrevu, reouverturePrevue, placesGelees, gelDebut, gelFin },
  ...{
    chiffreLe: jourCivil('2026-11-20'),
    joursOuverts: 10,
    minutesGelees: 1,
    minutesPerdues: 1,
    enfants: 1,
    agents: 0,
  },
};

describe('Un besoin ne se valide pas sans impact chiffré (TRV-02)', () => {
  it('absent : refusé ; à jour : permis', () => {
    expect(evaluateChiffrage(dossier)).toBe('absent');
    expect(findObstacle('valider', dossier, aujourdhui)?.motif).toContain('TRV-02');
    expect(findObstacle('valider', { ...dossier, impact }, aujourdhui)).toBeUndefined();
  });
  it.each([
    [{ debutPrevu: jourCivil('2027-02-08') }],
    [{ reouverturePrevue: jourCivil('2027-02-22') }],
    [{ placesGelees: 40 }],
    [{ gelDebut: 480, gelFin: 600 }],
  ])('périmé dès que la prévision change : %o', (change) => {
    const change2 = { ...dossier, impact, ...change };
    expect(evaluateChiffrage(change2)).toBe('perime');
    for (const acte of ['valider', 'programmer'] as const)
      expect(findObstacle(acte, change2, aujourdhui)?.texte.code).toContain('TRV-02');
    expect(findObstacle('commencer', change2, aujourdhui)).toBeUndefined();
  });
  it('un abandon dit sa raison', () => {
    expect(findObstacle('abandonner', dossier, aujourdhui)?.champ).toBe('motif');
    expect(findObstacle('abandonner', dossier, { ...aujourdhui, motif: 'Plus utile' })).toBeUndefined();
  });
});

describe('Commencés, les travaux gèlent ce qu’ils gèlent (IND-10)', () => {
  const prevu = { debutPrevu, reouverturePrevue, placesGelees, gelDebut, gelFin };
  it.each([
    ['debutPrevu', { debutPrevu: jourCivil('2027-02-02') }],
    ['placesGelees', { placesGelees: 10 }],
    ['gelDebut', { gelDebut: 480, gelFin: 600 }],
    [undefined, { reouverturePrevue: jourCivil('2027-02-22') }],
    [undefined, {}],
  ])('change %s', (champ, change) => {
    expect(findChampFige(dossier, { ...prevu, ...change })).toBe(champ);
    expect(findChampFige({ ...dossier, commenceLe: null }, { ...prevu, ...change })).toBeUndefined();
  });
});

describe('La crèche ne rouvre pas tant qu’un point manque (TRV-03)', () => {
  const tous = Object.keys(POINTS_REOUVERTURE) as PointReouverture[];
  const tenir = (points: readonly PointReouverture[], tenuLe = '2026-11-21') =>
    points.map((point) => ({ id: point, point, tenuLe: jourCivil(tenuLe), preuve: 'Vu', par: 'A' }));
  it('aucun, un seul manquant : refusé en le nommant ; tous : permis', () => {
    expect(listPointsManquants(dossier, aujourdhui.le)).toEqual(tous);
    const sauf = { ...dossier, points: tenir(tous.filter((point) => point !== 'MENAGE')) };
    expect(findObstacle('rouvrir', sauf, aujourdhui)?.motif).toContain(POINTS_REOUVERTURE.MENAGE);
    expect(findObstacle('rouvrir', sauf, aujourdhui)?.texte.code).toContain('TRV-03');
    expect(findObstacle('rouvrir', { ...dossier, points: tenir(tous) }, aujourdhui)).toBeUndefined();
  });
  it.each([
    ['2026-11-19', 7],
    ['2026-11-20', 0],
    ['2026-11-21', 0],
  ])('un point tenu le %s, les travaux commencés le 20 : il en manque %d', (tenuLe, manquent) => {
    expect(listPointsManquants({ ...dossier, points: tenir(tous, tenuLe) }, aujourdhui.le)).toHaveLength(manquent);
    expect(listPointsManquants({ points: tenir(tous, tenuLe), commenceLe: null }, aujourdhui.le)).toEqual(tous);
  });
  it('un point tenu après le jour dit ne compte pas', () => {
    const points = tenir(tous, '2026-11-22');
    expect(listPointsManquants({ ...dossier, points }, aujourdhui.le)).toEqual(tous);
  });
});
