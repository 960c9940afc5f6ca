import { describe, expect, it } from 'vitest';
import { aSignalement } from '#modules/signalements/testing/signalement-essai.ts';
import { aDecidee, aDite, aFaits } from '#modules/suites/testing/faits-suites.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { NATURES_ECRIT, type NatureEcrit } from '../ecrit.ts';
import { evaluateEcrit, type FaitsEcrits } from './possibles.ts';

const aEcrire = (plus: Partial<FaitsEcrits> = {}): FaitsEcrits => ({
  ...aFaits(),
  transferee: false,
  signalement: null,
  ...plus,
});
const SANS_EVALUATION = { attribueeLe: null, evaluationDebuteeLe: null } as const;
const issue = (nature: NatureEcrit, faits: FaitsEcrits) => evaluateEcrit(nature, faits).issue;
const listPossibles = (faits: FaitsEcrits) => NATURES_ECRIT.filter((nature) => issue(nature, faits) === 'accepte');
const avertit = (nature: NatureEcrit, faits: FaitsEcrits) => {
  const verdict = evaluateEcrit(nature, faits);
  return verdict.issue === 'accepte' ? verdict.avertissements.map(({ motif }) => motif) : verdict;
};

describe('Les écrits possibles suivent le circuit', () => {
  it('reçue : on accuse réception, et rien d’autre', () =>
    expect(listPossibles(aEcrire({ etat: 'recue', ...SANS_EVALUATION }))).toEqual(['accuse-reception']));
  it('qualifiée : la source peut apprendre que l’examen se poursuit', () =>
    expect(listPossibles(aEcrire({ etat: 'qualifiee', ...SANS_EVALUATION }))).toEqual([
      'accuse-reception',
      'source-suites',
    ]));
  it('attribuée : les parents sont informés de l’évaluation (CASF D226-2-6 I)', () =>
    expect(listPossibles(aEcrire({ etat: 'attribuee', evaluationDebuteeLe: null }))).toContain('parents-evaluation'));
  it('en évaluation : le rapport se lit déjà, comme un projet', () => {
    const faits = aEcrire({ etat: 'en-evaluation' });
    faits.rapport.valideLe = null;
    expect(avertit('rapport-evaluation', faits)).toEqual([expect.stringContaining('Projet')]);
  });
  it('décidée : les suites se disent, non plus l’ouverture', () => {
    const faits = { ...aDecidee('classement'), transferee: false, signalement: null };
    expect(listPossibles(faits)).toEqual(['accuse-reception', 'parents-suites', 'rapport-evaluation', 'source-suites']);
  });
  it('un signalement urgent parti se dit aux parents avant toute décision (CASF L226-5, al. 3)', () => {
    const signalement = aSignalement();
    expect(issue('parents-suites', aEcrire())).toBe('refuse');
    expect(issue('parents-suites', aEcrire({ signalements: [signalement] }))).toBe('accepte');
    expect(
      issue('parents-suites', aEcrire({ signalements: [aSignalement({ etat: 'brouillon', envoyeA: null })] })),
    ).toBe('refuse');
  });
  it('une saisine demande un signalement ; non signé, elle se dit projet', () => {
    expect(issue('saisine', aEcrire())).toBe('refuse');
    expect(avertit('saisine', aEcrire({ signalement: aSignalement() }))).toEqual([]);
    expect(avertit('saisine', aEcrire({ signalement: aSignalement({ valideLe: null }) }))).toEqual([
      expect.stringContaining('Projet'),
    ]);
  });
  it('un transfert demande que l’information soit transférée', () => {
    expect(issue('transfert', aEcrire())).toBe('refuse');
    expect(issue('transfert', aEcrire({ etat: 'transferee', transferee: true }))).toBe('accepte');
  });
});

describe('Ce que l’on écrit à la source dépend de sa catégorie', () => {
  const close = { etat: 'hors-ip', ...SANS_EVALUATION } as const;
  it('le professionnel et l’élu sont informés des suites (CASF L226-5, al. 1)', () => {
    for (const categorieSource of ['professionnel', 'elu'] as const)
      expect(issue('source-suites', aEcrire({ ...close, categorieSource }))).toBe('accepte');
  });
  it('le particulier ne l’est qu’à sa demande (CASF L226-5, al. 2)', () => {
    const particulier = aEcrire({ ...close, categorieSource: 'particulier' });
    expect(evaluateEcrit('source-suites', particulier)).toMatchObject({
      issue: 'refuse',
      textes: [{ article: 'L226-5, al. 2' }],
    });
    expect(issue('source-suites', { ...particulier, suitesDemandeesLe: jourCivil('2026-09-03') })).toBe('accepte');
  });
  it('à un anonyme, on n’écrit pas', () => {
    const anonyme = aEcrire({ ...close, categorieSource: 'anonyme' });
    expect([issue('accuse-reception', anonyme), issue('source-suites', anonyme)]).toEqual(['refuse', 'refuse']);
  });
});

describe('Une dispense inscrite se rappelle à qui écrirait aux parents', () => {
  const dispense = aDite({ objet: 'ouverture', aQui: 'titulaires', forme: null, dispenseMotif: 'Il la menacerait.' });
  it('elle avertit, sans empêcher (CASF D226-2-6 I)', () =>
    expect(avertit('parents-evaluation', aEcrire({ dites: [dispense] }))).toEqual([
      expect.stringContaining('Il la menacerait.'),
    ]));
  it('levée depuis, elle ne se rappelle plus', () => {
    const dite = aDite({ objet: 'ouverture', aQui: 'titulaires', le: jourCivil('2026-11-21') });
    expect(avertit('parents-evaluation', aEcrire({ dites: [dite, dispense] }))).toEqual([]);
  });
});
