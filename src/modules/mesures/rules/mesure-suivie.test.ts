import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit } from '#tests/support/dossier-essai.ts';
import { listMesuresSuivies } from './mesure-suivie.ts';

const AEMO = { type: 'decision', mesure: 'm1', code: 'AEMO', date: '2026-01-15', du: '2026-02-01', dureeMois: 6 };
const DEBUT = { type: 'debut-effectif', mesure: 'm1', date: '2026-02-20' };

function suivre(faits: readonly FaitEcrit[], jour = '2026-04-01', ne: string | null = '2015-03-02') {
  const [mesure] = listMesuresSuivies(buildDossier(faits, { jour, ne }));
  if (!mesure) throw new Error('Aucune mesure');
  return mesure;
}
const etat = (faits: readonly FaitEcrit[], jour?: string, ne?: string | null) => suivre(faits, jour, ne).etat;

describe('La période d’une mesure est celle de ses décisions, premier et dernier jours compris (TPS-09)', () => {
  it('une durée en mois se compte du premier jour', () =>
    expect(suivre([AEMO])).toMatchObject({ du: '2026-02-01', au: '2026-07-31' }));
  it.each([
    ['2026-08-31', 6, '2027-02-27'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2023-08-31', 6, '2024-02-28'],
  ])('du %s pour %i mois : dernier jour le %s', (du, dureeMois, au) =>
    expect(suivre([{ ...AEMO, du, date: du, dureeMois }], '2028-01-01').au).toBe(au),
  );
  it('une durée en jours compte le premier', () =>
    expect(suivre([{ ...AEMO, du: '2026-02-24', dureeMois: undefined, dureeJours: 5 }]).au).toBe('2026-02-28'));
  it('sans fin ni durée, la fin n’est pas connue, quel que soit le plafond de la loi', () =>
    expect(suivre([{ ...AEMO, dureeMois: undefined }], '2035-01-01')).toMatchObject({ au: null, echueDepuis: null }));
  it('un renouvellement porte la fin plus loin ; une modification sans dates n’y touche pas', () => {
    const renouvelee = { ...AEMO, nature: 'renouvellement', date: '2026-07-10', du: '2026-08-01', dureeMois: 12 };
    const modifiee = { ...AEMO, nature: 'modification', date: '2026-09-01', du: undefined, dureeMois: undefined };
    expect(suivre([AEMO, renouvelee, modifiee], '2026-10-01')).toMatchObject({
      au: '2027-07-31',
      decisionCourante: { du: '2026-08-01' },
    });
  });
  it('une décision sans nom de mesure prend celui de son code', () =>
    expect(suivre([{ ...AEMO, mesure: undefined }]).id).toBe('AEMO'));
});

describe('Où en est une mesure (référentiel §3.4)', () => {
  const demande = { type: 'demande', mesure: 'm1', code: 'AED', date: '2026-01-02' };
  const accord = { type: 'accord', mesure: 'm1', forme: 'ecrit', date: '2026-01-08' };
  it('demandée, accordée, refusée', () => {
    expect(etat([demande])).toBe('demandee');
    expect(etat([demande, accord])).toBe('accord-recueilli');
    expect(etat([demande, accord, { type: 'retrait-accord', mesure: 'm1', date: '2026-01-09' }])).toBe('refusee');
  });
  it('décidée avant son premier jour, en attente dès ce jour, en cours au premier acte réel', () => {
    expect(etat([AEMO], '2026-01-31')).toBe('decidee');
    expect(etat([AEMO], '2026-02-01')).toBe('en-attente-execution');
    expect(etat([AEMO, DEBUT], '2026-02-19')).toBe('en-attente-execution');
    expect(etat([AEMO, DEBUT], '2026-02-20')).toBe('en-cours');
  });
  it('suspendue, puis reprise', () => {
    const suspension = { type: 'suspension', mesure: 'm1', date: '2026-03-01' };
    const reprise = { type: 'reprise-mesure', mesure: 'm1', date: '2026-03-10' };
    expect(etat([AEMO, DEBUT, suspension, reprise], '2026-03-09')).toBe('suspendue');
    expect(etat([AEMO, DEBUT, suspension, reprise], '2026-03-10')).toBe('en-cours');
    expect(suivre([AEMO, DEBUT, suspension, reprise]).suspensions).toEqual([{ du: '2026-03-01', au: '2026-03-09' }]);
  });
  it('échue sans décision le lendemain du dernier jour, non ce jour-là (C. civ. 375)', () => {
    expect(etat([AEMO, DEBUT], '2026-07-31')).toBe('en-cours');
    expect(etat([AEMO, DEBUT], '2026-08-01')).toBe('echue-sans-decision');
  });
  it('en renouvellement dès la demande, renouvelée à la décision', () => {
    const demandee = { ...demande, code: 'AEMO', date: '2026-06-15' };
    const renouvelee = { ...AEMO, nature: 'renouvellement', date: '2026-07-10', du: '2026-08-01' };
    expect(etat([AEMO, DEBUT, demandee], '2026-06-20')).toBe('en-renouvellement');
    expect(etat([AEMO, DEBUT, demandee, renouvelee], '2026-08-01')).toBe('renouvelee');
  });
  it('finie le jour de la fin, avec son motif ; une décision postérieure la rouvre', () => {
    const fin = { type: 'fin-mesure', mesure: 'm1', motif: 'MAINLEVEE_JUGE', date: '2026-03-15' };
    expect(etat([AEMO, DEBUT, fin], '2026-03-14')).toBe('en-cours');
    expect(etat([AEMO, DEBUT, fin], '2026-03-15')).toBe('mainlevee');
    expect(etat([AEMO, DEBUT, { ...fin, motif: 'OBJECTIFS_ATTEINTS' }])).toBe('terminee');
    expect(etat([AEMO, DEBUT, fin, { ...AEMO, date: '2026-03-20', du: '2026-03-20' }])).toBe('en-cours');
  });
});

describe('L’assistance éducative cesse à la majorité (C. civ. 388)', () => {
  const longue = { ...AEMO, dureeMois: 24 };
  it.each([
    ['2008-04-02', '2026-04-01', 'en-cours'],
    ['2008-04-02', '2026-04-02', 'terminee'],
    ['2008-04-02', '2026-04-03', 'terminee'],
  ])('né le %s, le %s : %s', (ne, jour, attendu) => expect(etat([longue, DEBUT], jour, ne)).toBe(attendu));
  it('né un 29 février, il est majeur le 28 février d’une année commune', () => {
    expect(suivre([longue], '2026-02-01', '2008-02-29').finAge).toBe('2026-02-28');
    const [reglee] = listMesuresSuivies(
      buildDossier([longue], {
        jour: '2026-02-01',
        ne: '2008-02-29',
        parametres: { 'age.anniversaire-29-fevrier': '1er-mars' },
      }),
    );
    expect(reglee?.finAge).toBe('2026-03-01');
  });
  it('décidée après dix-huit ans, l’aide d’un jeune majeur va jusqu’à vingt et un (CASF L222-5, 5°)', () =>
    expect(suivre([{ ...longue, code: 'AJM' }], '2026-04-01', '2007-12-01').finAge).toBe('2028-12-01'));
  it('sans date de naissance connue, rien ne s’en déduit (TPS-08)', () =>
    expect(suivre([longue], '2026-04-01', null).finAge).toBeNull());
});

describe('Une mesure du même groupe met fin à la précédente la veille de son premier jour', () => {
  const placement = { type: 'decision', mesure: 'm2', code: 'PLACEMENT_ASE', date: '2026-03-10', dureeMois: 12 };
  it('le placement provisoire s’arrête au placement', () => {
    const provisoire = { type: 'decision', mesure: 'm1', code: 'OPP_JUGE', date: '2026-01-10' };
    expect(suivre([provisoire, placement])).toMatchObject({
      etat: 'terminee',
      fin: { le: '2026-03-09', decideeLe: '2026-03-10', motif: 'CHANGEMENT_MESURE' },
    });
  });
  it('une action éducative en milieu ouvert continue pendant un placement', () =>
    expect(suivre([AEMO, DEBUT, placement]).fin).toBeNull());
});

it('un acte daté de demain n’a pas encore eu lieu', () =>
  expect(listMesuresSuivies(buildDossier([AEMO], { jour: '2026-01-14' }))).toEqual([]));
