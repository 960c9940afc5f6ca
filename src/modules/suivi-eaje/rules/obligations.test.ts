import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_SUIVI_EAJE } from '../faits.ts';
import { ACTES_MESURE, type ActeMesureCorrective, ETATS_MESURE, type EtatMesureCorrective } from '../suite.ts';
import { evaluateInjonction } from './inexecution.ts';
import { evaluateCloture } from './information.ts';
import { REGLES_SUIVI_EAJE } from './obligations.ts';
import { findEtatSuivant, isAFaire, TRANSITIONS } from './transitions.ts';

const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-11-21') =>
  listDues(getRegle(REGLES_SUIVI_EAJE, id), buildDossier(faits, { jour }));
const injonction = (plus = {}) => ({
  ...{ type: 'mesure-corrective', date: '2026-11-02', nature: 'INJONCTION', pour: '2026-11-20' },
  ...plus,
});
const fait = (plus = {}) => ({ type: 'fait-marquant', date: '2026-11-18', gravite: '2', ...plus });

describe('Une mesure corrective se réalise au jour fixé (PMI-06)', () => {
  it.each([
    ['2026-11-19', 'a-venir'],
    ['2026-11-20', 'aujourd-hui'],
    ['2026-11-21', 'en-retard'],
  ])('vue le %s : %s', (jour, statut) => {
    expect(lire('PMI-06', [injonction()], jour)).toEqual([`2026-11-20 ${statut}`]);
  });
  it('réalisée, elle est faite ; en retard, elle le reste', () => {
    expect(lire('PMI-06', [injonction({ realiseeLe: '2026-11-20' })])).toEqual(['2026-11-20 faite']);
    expect(lire('PMI-06', [injonction({ realiseeLe: '2026-11-21' })])).toEqual(['2026-11-20 faite-en-retard']);
  });
});

describe('Un contrôle a lieu à l’expiration d’une injonction (CSP L2324-3, PMI-04)', () => {
  it('le lendemain de son terme, pour une injonction seulement', () => {
    expect(lire('PMI-04', [injonction()])).toEqual(['2026-11-21 aujourd-hui']);
    expect(lire('PMI-04', [injonction({ verifieeLe: '2026-11-21' })])).toEqual(['2026-11-21 faite']);
    expect(lire('PMI-04', [injonction({ nature: 'PRESCRIPTION' })])).toEqual([]);
  });
});

describe('Une injonction dit ce qu’elle entraîne, tenue ou non (CSP L2324-3, PMI-04, PMI-05)', () => {
  const POUR = jourCivil('2026-11-20');
  const dit = (mesure: Partial<Parameters<typeof evaluateInjonction>[0]>, jour: string) => {
    const verdict = evaluateInjonction(
      { nature: 'INJONCTION', etat: 'EN_COURS', pour: POUR, ...mesure },
      jourCivil(jour),
    );
    // Le décret des sanctions n'est pas vérifié : rien n'est jamais refusé.
    return verdict.issue === 'accepte' ? verdict.avertissements.map(({ motif }) => motif).join() : verdict.issue;
  };
  it('la veille et le jour du délai, qui en est informé et le contrôle qui suit', () => {
    for (const jour of ['2026-11-19', '2026-11-20'])
      expect(dit({}, jour)).toMatch(/conseil d’établissement.*modulation.*contrôle a lieu à l’expiration/);
  });
  it('le lendemain, ce que l’inexécution entraîne, après une procédure contradictoire', () => {
    expect(dit({}, '2026-11-21')).toMatch(/passé le 20 novembre 2026.*astreinte.*fermer.*d’abord entendue/);
  });
  it('réalisée, close, ou moins qu’une injonction : rien', () => {
    expect(dit({ etat: 'REALISEE' }, '2026-11-21')).toBe('');
    expect(dit({ etat: 'CLOSE' }, '2026-11-21')).toBe('');
    expect(dit({ nature: 'MISE_EN_DEMEURE' }, '2026-11-21')).toBe('');
  });
});

describe('Rien d’annuel n’est plus à transmettre à la PMI depuis 2025 (CSP R2324-25, EVT-02)', () => {
  it('une crèche sans contrôle ni fait marquant ne doit rien, à la fin de l’année comme au début', () => {
    for (const { id } of REGLES_SUIVI_EAJE)
      for (const jour of ['2025-12-31', '2026-01-31', '2026-12-31']) expect(lire(id, [], jour), id).toEqual([]);
  });
});

describe('Le président est informé sans délai d’un accident ou d’un décès (CSP R2324-25, EVT-01)', () => {
  it('le jour même ; la clôture n’y change rien', () => {
    expect(lire('EVT-01', [fait({ secours: true })])).toEqual(['2026-11-18 en-retard']);
    expect(lire('EVT-01', [fait({ secours: true, closLe: '2026-11-19' })])).toEqual(['2026-11-18 en-retard']);
    expect(lire('EVT-01', [fait({ secours: true, pcdLe: '2026-11-18' })])).toEqual(['2026-11-18 faite']);
    expect(lire('EVT-01', [fait()])).toEqual([]);
  });
  it.each([
    [{ secours: true, deces: false, pcdInforme: false }, 'refuse'],
    [{ secours: false, deces: true, pcdInforme: false }, 'refuse'],
    [{ secours: true, deces: false, pcdInforme: true }, 'accepte'],
    [{ secours: false, deces: false, pcdInforme: false }, 'accepte'],
  ])('clore %o : %s', (cas, issue) => {
    expect(evaluateCloture(cas).issue).toBe(issue);
  });
});

describe('La gravité dit quand un fait se dit (EVT-04, pratique)', () => {
  it.each([
    [4, '2026-11-18'],
    [3, '2026-11-18'],
    [2, '2026-11-20'],
    [1, '2026-11-25'],
  ])('gravité %d : le %s', (gravite, pour) => {
    expect(lire('EVT-04', [fait({ gravite: String(gravite) })], '2026-11-18')[0]).toContain(pour);
  });
  it('gravité 4 : dit au téléphone et par écrit, jugé à l’heure', () => {
    const grave = (plus: object) => [fait({ gravite: '4', date: '2026-11-18T08:00:00+01:00', ...plus })];
    const oralLe = '2026-11-18T07:10:00Z';
    expect(lire('EVT-04', grave({ oralLe, ecritLe: '2026-11-18T19:00:00Z' }))).toEqual(['2026-11-18 faite-en-retard']);
    expect(lire('EVT-04', grave({ oralLe, ecritLe: '2026-11-18T09:00:00Z' }))).toEqual(['2026-11-18 faite']);
    expect(lire('EVT-04', grave({ oralLe, directionLe: oralLe }))).toEqual(['2026-11-18 en-retard']);
  });
  it('dit à quelqu’un, ou clos, il n’est plus dû', () => {
    expect(lire('EVT-04', [fait({ directionLe: '2026-11-19' })])).toEqual(['2026-11-20 faite']);
    expect(lire('EVT-04', [fait({ closLe: '2026-11-19' })])).toEqual(['2026-11-20 eteinte']);
  });
});

describe('Les états d’une mesure corrective (PMI-07)', () => {
  it('chaque acte mène à un état connu, et rien ne sort d’une mesure close', () => {
    for (const etat of Object.keys(ETATS_MESURE) as EtatMesureCorrective[])
      for (const acte of Object.keys(ACTES_MESURE) as ActeMesureCorrective[])
        expect([undefined, ...Object.keys(ETATS_MESURE)]).toContain(findEtatSuivant(etat, acte));
    expect(TRANSITIONS.CLOSE).toEqual({});
  });
  it('on ne vérifie que ce qui est réalisé, et une vérification négative rouvre', () => {
    expect(findEtatSuivant('EN_COURS', 'verifier')).toBeUndefined();
    expect(findEtatSuivant('REALISEE', 'rouvrir')).toBe('EN_COURS');
    expect(findEtatSuivant('VERIFIEE', 'rouvrir')).toBe('EN_COURS');
    expect(isAFaire('EN_COURS')).toBe(true);
    expect(isAFaire('REALISEE')).toBe(false);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_SUIVI_EAJE, FAITS_SUIVI_EAJE);
});
