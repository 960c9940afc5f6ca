import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit } from '#tests/support/dossier-essai.ts';
import { definePrisesEnCharge, findMajorite, isConfieAse } from './prise-en-charge.ts';

const listToutes = definePrisesEnCharge(() => true);
const listConfies = definePrisesEnCharge(isConfieAse);
const decision = (mesure: string, code: string, date: string, plus = {}): FaitEcrit => ({
  type: 'decision',
  mesure,
  code,
  date,
  ...plus,
});
const debut = (mesure: string, date: string): FaitEcrit => ({ type: 'debut-effectif', mesure, date });
const fin = (mesure: string, date: string): FaitEcrit => ({
  type: 'fin-mesure',
  mesure,
  date,
  motif: 'MAINLEVEE_JUGE',
});

function lire(faits: readonly FaitEcrit[], etatCivil = {}, list = listToutes): string[] {
  return list(buildDossier(faits, etatCivil)).map(({ du, au, depart }) => `${du} ${au} depuis ${depart}`);
}

describe('Le projet, le rapport, le bilan sont dus à l’enfant, non à chaque mesure (CASF L223-1-1, L223-5)', () => {
  it('la prise en charge part du premier début effectif, à défaut de la décision (PPE-002)', () => {
    const faits = [decision('m1', 'PLACEMENT_ASE', '2026-01-10')];
    expect(lire(faits)).toEqual(['2026-01-10 2033-03-01 depuis 2026-01-10']);
    expect(lire([...faits, debut('m1', '2026-03-01')])).toEqual(['2026-01-10 2033-03-01 depuis 2026-03-01']);
  });
  it('deux mesures qui se chevauchent ou se suivent sans jour vide n’en font qu’une ; un jour vide en fait deux', () => {
    const premiere = [decision('m1', 'AEMO', '2025-01-01'), fin('m1', '2025-06-30')];
    expect(lire([...premiere, decision('m2', 'PLACEMENT_ASE', '2025-06-01')])).toHaveLength(1);
    expect(lire([...premiere, decision('m2', 'PLACEMENT_ASE', '2025-07-01')])).toHaveLength(1);
    expect(lire([...premiere, decision('m2', 'PLACEMENT_ASE', '2025-07-02')])).toHaveLength(2);
  });
  it('décidée avant la fin de la précédente pour plus tard, elle part de son premier jour', () => {
    const faits = [decision('m1', 'AEMO', '2025-01-01'), fin('m1', '2025-06-30')];
    expect(lire([...faits, decision('m2', 'AED', '2025-06-01', { du: '2025-09-01' })])).toEqual([
      '2025-01-01 2025-06-30 depuis 2025-01-01',
      '2025-09-01 2033-03-01 depuis 2025-09-01',
    ]);
  });
  it('elle finit à la fin inscrite, ou au terme d’une décision que rien n’a prolongée (MES-027)', () => {
    const faits = [decision('m1', 'AEMO', '2026-01-01', { dureeMois: 6 })];
    expect(lire(faits, { jour: '2026-06-30' })).toEqual(['2026-01-01 2033-03-01 depuis 2026-01-01']);
    expect(lire(faits, { jour: '2026-07-01' })).toEqual(['2026-01-01 2026-06-30 depuis 2026-01-01']);
    expect(lire([...faits, fin('m1', '2026-03-10')])).toEqual(['2026-01-01 2026-03-10 depuis 2026-01-01']);
  });
  it('jamais après la majorité, le 28 février d’une année commune pour qui est né un 29 (C. civ. 388)', () => {
    const faits = [decision('m1', 'PLACEMENT_ASE', '2024-01-10')];
    expect(lire(faits, { ne: '2008-02-29' })).toEqual(['2024-01-10 2026-02-27 depuis 2024-01-10']);
    expect(lire([decision('m1', 'AED', '2026-02-28')], { ne: '2008-02-29' })).toEqual([]);
    expect(findMajorite(buildDossier([], { ne: null }))).toBeNull();
  });
});

describe('Est confié à l’aide sociale à l’enfance', () => {
  it('l’enfant que la décision y confie, non celui confié à un tiers ou suivi à domicile', () => {
    expect(lire([decision('m1', 'OPP_JUGE', '2026-01-10')], {}, listConfies)).toHaveLength(1);
    expect(lire([decision('m1', 'OPP_JUGE', '2026-01-10', { confieA: 'tiers' })], {}, listConfies)).toEqual([]);
    expect(lire([decision('m1', 'PLACEMENT_TDC', '2026-01-10')], {}, listConfies)).toEqual([]);
    expect(lire([decision('m1', 'AEMO', '2026-01-10')], {}, listConfies)).toEqual([]);
  });
});
