import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Verdict } from '#shared/verdict.ts';
import { CodeMesure } from '../nomenclature.ts';
import { type DecisionAPrendre, evaluateDebutEffectif, evaluateDecision, type FaitsDeDecision } from './decision.ts';

const FAITS: FaitsDeDecision = {
  naissance: jourCivil('2015-03-02'),
  naissanceExacte: true,
  statut: 'autorite-parentale',
  accord: 'ecrit',
  accordRetire: false,
  demandee: true,
  precedente: null,
  renouvellements: 0,
  autres: [],
};
type Ecrite = Partial<Record<'decideeLe' | 'du' | 'au', string>> &
  Partial<Pick<DecisionAPrendre, 'nature' | 'decideur'>>;

function decider(code: CodeMesure, ecrite: Ecrite = {}, faits: Partial<FaitsDeDecision> = {}): Verdict {
  const { decideeLe = '2026-01-15', du = decideeLe, au, nature = 'initiale', decideur = null } = ecrite;
  const decision = {
    code,
    nature,
    decideur,
    decideeLe: jourCivil(decideeLe),
    du: jourCivil(du),
    au: au === undefined ? null : jourCivil(au),
  };
  return evaluateDecision(decision, { ...FAITS, ...faits });
}
const lire = (verdict: Verdict) =>
  verdict.issue === 'accepte' && verdict.avertissements.length > 0 ? 'avertit' : verdict.issue;
const article = (verdict: Verdict) => ('textes' in verdict ? verdict.textes[0]?.article : undefined);

describe('Une décision ne précède pas la naissance (C. civ. 388)', () => {
  it.each([
    ['2015-03-01', 'refuse'],
    ['2015-03-02', 'accepte'],
    ['2015-03-03', 'accepte'],
  ])('prise le %s : %s', (decideeLe, issue) =>
    expect(lire(decider('AEMO', { decideeLe, au: '2015-12-31' }))).toBe(issue),
  );
  it('une naissance incertaine avertit sans arrêter (TPS-08)', () =>
    expect(lire(decider('AEMO', { decideeLe: '2015-03-01', au: '2015-12-31' }, { naissanceExacte: false }))).toBe(
      'avertit',
    ));
  it('la femme enceinte est accueillie avant la naissance (CASF L222-5, 4°)', () =>
    expect(lire(decider('MERE_ENFANT', { decideeLe: '2015-01-10', au: '2015-06-30' }))).toBe('accepte'));
});

describe('La durée ne dépasse pas celle de la loi', () => {
  it.each([
    ['AED', '2026-01-15', '2027-01-14', 'accepte'],
    ['AED', '2026-01-15', '2027-01-15', 'refuse'],
    ['AEMO', '2026-01-15', '2028-01-14', 'accepte'],
    ['AEMO', '2026-01-15', '2028-01-15', 'refuse'],
    ['AEMO_RENFORCEE', '2026-01-15', '2027-01-15', 'refuse'],
    ['PLACEMENT_TDC', '2026-01-15', '2028-01-15', 'refuse'],
    ['PLACEMENT_PSY', '2026-01-15', '2026-01-29', 'accepte'],
    ['PLACEMENT_PSY', '2026-01-15', '2026-01-30', 'refuse'],
    ['OPP_JUGE', '2025-08-31', '2026-02-27', 'accepte'],
    ['OPP_JUGE', '2025-08-31', '2026-02-28', 'refuse'],
    ['AEMO', '2024-02-29', '2026-02-27', 'accepte'],
    ['AEMO', '2024-02-29', '2026-02-28', 'refuse'],
  ] as const)('%s du %s au %s : %s', (code, du, au, issue) =>
    expect(lire(decider(code, { decideeLe: du, au }))).toBe(issue),
  );
  it('un accueil en service ou institution de plus de deux ans avertit (C. civ. 375, al. 4)', () => {
    const verdict = decider('PLACEMENT_ASE', { au: '2030-01-14' });
    expect(verdict).toMatchObject({ issue: 'accepte', avertissements: [{ textes: [{ article: '375, al. 4' }] }] });
  });
  it('une durée locale ou à confirmer avertit seulement', () => {
    expect(lire(decider('AED_RENFORCEE', { au: '2027-06-30' }))).toBe('avertit');
    expect(lire(decider('MJIE', { au: '2026-12-31' }))).toBe('avertit');
  });
  it('sans fin écrite, elle prévient du plafond', () => expect(lire(decider('AEMO'))).toBe('avertit'));
  it('l’interdiction de sortie du territoire dure deux ans du juge, deux mois du parquet (C. civ. 375-5, 375-7)', () => {
    expect(lire(decider('IST', { au: '2028-01-14' }))).toBe('accepte');
    expect(lire(decider('IST', { au: '2026-03-14', decideur: 'parquet' }))).toBe('accepte');
    expect(lire(decider('IST', { au: '2026-03-15', decideur: 'parquet' }))).toBe('refuse');
  });
});

describe('Un renouvellement se décide au plus tard le dernier jour (C. civ. 375)', () => {
  const precedente = { du: jourCivil('2025-07-15'), au: jourCivil('2026-01-14') };
  const renouveler = (code: CodeMesure, decideeLe: string, plus: Partial<FaitsDeDecision> = {}) =>
    decider(code, { nature: 'renouvellement', decideeLe, du: '2026-01-15', au: '2026-01-19' }, { precedente, ...plus });
  it.each([
    ['2026-01-13', 'accepte'],
    ['2026-01-14', 'accepte'],
    ['2026-01-15', 'refuse'],
  ])('décidé le %s : %s', (decideeLe, issue) => expect(lire(renouveler('AEMO', decideeLe))).toBe(issue));
  it('sans décision à renouveler, il est refusé', () =>
    expect(lire(renouveler('AEMO', '2026-01-14', { precedente: null }))).toBe('refuse'));
  it('un recueil de cinq jours ne se renouvelle pas (CASF L223-2)', () =>
    expect(article(renouveler('RECUEIL_5J', '2026-01-14'))).toBe('L223-2, al. 3 et 4'));
  it('l’accueil provisoire d’urgence se prolonge deux fois, pas trois (CASF R221-11)', () => {
    expect(lire(renouveler('APU_MNA', '2026-01-14', { renouvellements: 1 }))).toBe('accepte');
    expect(article(renouveler('APU_MNA', '2026-01-14', { renouvellements: 2 }))).toBe('R221-11');
  });
});

describe('Une mesure ne commence pas avant d’être décidée', () => {
  const AEMO = { code: 'AEMO', decideeLe: jourCivil('2026-01-15'), au: jourCivil('2026-07-14') } as const;
  const debuter = (jour: string, mesure: Parameters<typeof evaluateDebutEffectif>[1] = AEMO) =>
    lire(evaluateDebutEffectif(jourCivil(jour), mesure));
  it('la période écrite', () => {
    expect(lire(decider('AEMO', { du: '2026-01-14', au: '2026-06-30' }))).toBe('refuse');
    expect(lire(decider('RECUEIL_5J', { du: '2026-01-14', au: '2026-01-18' }))).toBe('avertit');
  });
  it.each([
    ['2026-01-14', 'refuse'],
    ['2026-01-15', 'accepte'],
    ['2026-07-14', 'accepte'],
    ['2026-07-15', 'refuse'],
  ])('le début réel, le %s : %s', (jour, issue) => expect(debuter(jour)).toBe(issue));
  it('l’urgence peut précéder l’écrit', () =>
    expect(debuter('2026-01-14', { ...AEMO, code: 'ACCUEIL_72H' })).toBe('avertit'));
});

describe('Pas d’admission sans accord écrit des représentants légaux (CASF L223-2, al. 1)', () => {
  const au = '2026-06-30';
  it('sans accord, ou retiré, refusé', () => {
    for (const code of ['AED', 'AP'] as const) {
      expect(article(decider(code, { au }, { accord: null }))).toBe('L223-2, al. 1');
      expect(article(decider(code, { au }, { accordRetire: true }))).toBe('L223-2, al. 1');
    }
  });
  it('oral, il avertit pour une aide à domicile et refuse pour un accueil', () => {
    expect(lire(decider('AED', { au }, { accord: 'oral' }))).toBe('avertit');
    expect(lire(decider('AP', { au }, { accord: 'oral' }))).toBe('refuse');
  });
  it('ni l’urgence, ni le juge, ni un enfant pupille ne le demandent', () => {
    const sans = { accord: null, demandee: false } as const;
    expect(lire(decider('RECUEIL_5J', { au: '2026-01-19' }, sans))).toBe('accepte');
    expect(lire(decider('AEMO', { au }, sans))).toBe('accepte');
    expect(lire(decider('AP', { au }, { ...sans, statut: 'pupille-definitif' }))).toBe('accepte');
  });
  it('une aide financière se demande : sans demande, elle avertit', () =>
    expect(lire(decider('AIDE_FIN', { au }, { accord: null, demandee: false }))).toBe('avertit'));
});

describe('Une mesure de mineur cesse à dix-huit ans (C. civ. 388)', () => {
  const naissance = jourCivil('2008-01-15');
  it.each([
    ['2026-01-14', 'avertit'],
    ['2026-01-15', 'refuse'],
    ['2026-01-16', 'refuse'],
  ])('commencée le %s : %s', (decideeLe, issue) =>
    expect(lire(decider('AEMO', { decideeLe, au: '2026-06-30' }, { naissance }))).toBe(issue),
  );
  it('l’accompagnement d’un jeune majeur commence à dix-huit ans et va à vingt et un (CASF L222-5, 5°)', () => {
    const ajm = (decideeLe: string, au: string) => lire(decider('AJM', { decideeLe, au }, { naissance }));
    expect(ajm('2026-01-14', '2026-06-30')).toBe('refuse');
    expect(ajm('2026-01-15', '2026-06-30')).toBe('accepte');
    expect(ajm('2029-01-14', '2029-01-14')).toBe('accepte');
    expect(ajm('2029-01-15', '2029-06-30')).toBe('avertit');
  });
  it('né un 29 février, il est majeur le 28 ou le 1er mars, selon le réglage (TPS-07)', () => {
    const ne = { naissance: jourCivil('2008-02-29') };
    const decision = { decideeLe: '2026-02-28', au: '2026-02-28' };
    expect(lire(decider('AEMO', decision, ne))).toBe('refuse');
    expect(lire(decider('AEMO', decision, { ...ne, anniversaire29Fevrier: '1er-mars' }))).toBe('accepte');
  });
  it('l’accueil avec un parent s’arrête aux trois ans de l’enfant', () =>
    expect(lire(decider('MERE_ENFANT', { decideeLe: '2018-03-02', au: '2018-06-30' }))).toBe('refuse'));
});

describe('La mesure convient au statut', () => {
  const au = '2026-06-30';
  it('l’assistance éducative ne vise ni le majeur ni l’émancipé (C. civ. 375, 388)', () => {
    expect(article(decider('AEMO', { au }, { statut: 'majeur' }))).toBe('388');
    expect(article(decider('AEMO', { au }, { statut: 'emancipe' }))).toBe('375, al. 3');
  });
  it('la prise en charge d’un pupille suppose qu’il le soit (CASF L224-4)', () => {
    expect(article(decider('PUPILLE'))).toBe('L224-4');
    expect(lire(decider('PUPILLE', {}, { statut: 'pupille-provisoire' }))).toBe('accepte');
    expect(lire(decider('PUPILLE', {}, { statut: 'a-determiner' }))).toBe('accepte');
  });
  it('pupille, la tutelle du département est levée et la délégation avertit (C. civ. 377, 411)', () => {
    expect(article(decider('TUTELLE_DEP', {}, { statut: 'pupille-definitif' }))).toBe('411');
    expect(lire(decider('DAP_FORCEE', {}, { statut: 'pupille-definitif' }))).toBe('avertit');
  });
  it('l’accueil durable et bénévole se fait hors assistance éducative (CASF L221-2-1)', () => {
    const autres = [{ code: 'AEMO', du: jourCivil('2025-12-01'), au: jourCivil('2026-05-31') }] as const;
    expect(article(decider('TDB', { au }, { autres }))).toBe('L221-2-1');
    expect(lire(decider('TDB', { decideeLe: '2026-06-01', au }, { autres }))).toBe('accepte');
  });
});

describe('Deux mesures d’un même groupe ne se chevauchent pas (C. civ. 375-3)', () => {
  const autres = [{ code: 'PLACEMENT_ASE', du: jourCivil('2025-06-01'), au: jourCivil('2026-01-31') }] as const;
  it.each([
    ['2026-01-31', 'refuse'],
    ['2026-02-01', 'accepte'],
  ])('confié à un tiers le %s : %s', (du, issue) =>
    expect(lire(decider('PLACEMENT_TDC', { du, au: '2026-12-31' }, { autres }))).toBe(issue),
  );
  it('un milieu ouvert s’ajoute à un accueil', () =>
    expect(lire(decider('AEMO', { au: '2026-12-31' }, { autres }))).toBe('accepte'));
});

it('aucun texte à confirmer n’arrête : de chaque mesure et de chaque faute, ce qui refuse cite un texte vérifié', () => {
  const precedente = { du: jourCivil('2024-01-15'), au: jourCivil('2025-01-14') };
  const autres = [{ code: 'PLACEMENT_ASE', du: jourCivil('2025-06-01'), au: null }] as const;
  const fautes: [Ecrite, Partial<FaitsDeDecision>][] = [
    [{ decideeLe: '2015-03-01' }, {}],
    [{ au: '2046-01-15' }, {}],
    [{ du: '2026-01-14' }, {}],
    [{ nature: 'renouvellement' }, { precedente }],
    [{ nature: 'prorogation' }, { precedente, renouvellements: 9 }],
    [{}, { naissance: jourCivil('2000-01-01') }],
    [{}, { accord: null, demandee: false }],
    [{}, { accord: 'oral' }],
    [{}, { accordRetire: true }],
    [{}, { autres }],
    ...(['majeur', 'emancipe', 'pupille-definitif', 'autorite-parentale'] as const).map(
      (statut): [Ecrite, Partial<FaitsDeDecision>] => [{}, { statut }],
    ),
  ];
  const refus = CodeMesure.options.flatMap((code) =>
    fautes.flatMap(([ecrite, faits]) => {
      const verdict = decider(code, ecrite, faits);
      return verdict.issue === 'refuse' ? [{ code, ...verdict }] : [];
    }),
  );
  expect(refus.length).toBeGreaterThan(100);
  expect(refus.filter(({ textes }) => !textes.some(({ confiance }) => confiance === 'verifie'))).toEqual([]);
});

it('un code interdit ne se crée pas, mais une mesure ancienne se modifie encore (Cass. 1re civ., 2 octobre 2024)', () => {
  expect(lire(decider('PEAD'))).toBe('refuse');
  expect(lire(decider('PEAD', { nature: 'modification' }))).toBe('accepte');
});
