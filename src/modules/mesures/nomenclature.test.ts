import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import {
  CodeMesure,
  evaluateCode,
  findCode,
  formatMesure,
  getMesure,
  listCodes,
  NOMENCLATURE,
} from './nomenclature.ts';

const JOUR = jourCivil('2026-11-22');

describe('La nomenclature', () => {
  it('chaque code a un libellé, une base légale et un décideur', () => {
    for (const code of CodeMesure.options) {
      const { libelle, base, duree } = getMesure(code, JOUR);
      expect(libelle, code).not.toBe('');
      expect(base.length, code).toBeGreaterThan(0);
      // Sans plafond de droit, elle dit pourquoi.
      expect(duree.plusLongue === null ? duree.precision : duree.textes.length, code).toBeTruthy();
    }
  });
  it('deux codes n’ont pas le même libellé', () => {
    const libelles = CodeMesure.options.map(formatMesure);
    expect(new Set(libelles).size).toBe(libelles.length);
  });
  it('un code inconnu ne se devine pas, et se lit tel quel', () => {
    expect(findCode('PLACEMENT_ASE')).toBe('PLACEMENT_ASE');
    expect(findCode('toString')).toBeUndefined();
    expect(formatMesure('ANCIEN')).toBe('ANCIEN');
  });
  it('se lit à tout jour, même ancien', () => {
    for (const code of CodeMesure.options) expect(NOMENCLATURE[code].at(jourCivil('1850-01-01'))).toBeDefined();
  });
});

describe('Les durées les plus longues', () => {
  it.each([
    ['AED', 1, 'an', 'L223-5, al. 1'],
    ['AP', 1, 'an', 'L223-5, al. 1'],
    ['AEMO', 2, 'an', '375, al. 3'],
    ['AEMO_RENFORCEE', 1, 'an', '375-2, al. 1'],
    ['PLACEMENT_ASE', 2, 'an', '375, al. 3'],
    ['PLACEMENT_PSY', 15, 'jour', '375-9'],
    ['OPP_JUGE', 6, 'mois', '1185'],
    ['RECUEIL_5J', 5, 'jour', 'L223-2, al. 3 et 4'],
    ['MJAGBF', 2, 'an', '375-9-1'],
    ['IST', 2, 'an', '375-7'],
  ] as const)('%s : %i %s', (code, valeur, unite, article) => {
    const { duree } = getMesure(code, JOUR);
    expect(duree.plusLongue).toEqual({ valeur, unite });
    expect(duree.textes[0]).toMatchObject({ article, confiance: 'verifie' });
  });
  it('une durée locale ou à confirmer ne porte aucun texte vérifié', () => {
    for (const code of ['AED_RENFORCEE', 'MERE_ENFANT', 'AJM', 'MJIE', 'ACCUEIL_72H'] as const)
      expect(getMesure(code, JOUR).duree.textes.map(({ confiance }) => confiance)).not.toContain('verifie');
  });
});

describe('L’accueil provisoire d’urgence se prolonge deux fois cinq jours depuis le 25 décembre 2023 (CASF R221-11)', () => {
  const fois = (jour: string) => getMesure('APU_MNA', jourCivil(jour)).renouvellement.fois;
  it('la veille, le nombre n’en est pas connu', () => expect(fois('2023-12-24')).toBeNull());
  it('le jour même, deux fois', () => expect(fois('2023-12-25')).toBe(2));
});

describe('Le placement éducatif à domicile ne se crée plus (Cass. 1re civ., 2 octobre 2024)', () => {
  const issue = (jour: string) => evaluateCode('PEAD', jourCivil(jour));
  it('la veille de l’avis, il se crée', () =>
    expect(issue('2024-02-13')).toMatchObject({ issue: 'accepte', avertissements: [] }));
  it('de l’avis à la veille de l’arrêt, il avertit', () => {
    for (const jour of ['2024-02-14', '2024-10-01'])
      expect(issue(jour)).toMatchObject({ issue: 'accepte', avertissements: [expect.anything()] });
  });
  it('le jour de l’arrêt, il est refusé et dit quoi inscrire', () =>
    expect(issue('2024-10-02')).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('milieu ouvert renforcée'),
    }));
  it('la liste des codes ne l’offre plus ce jour-là', () => {
    expect(listCodes(jourCivil('2024-10-01'), 'judiciaire')).toContain('PEAD');
    expect(listCodes(jourCivil('2024-10-02'))).not.toContain('PEAD');
  });
});

/** Recopiés du référentiel métier, §3.2 et §3.3. */
const REFERENTIEL = {
  administrative:
    'AIDE_FIN TISF AESF AED AED_RENFORCEE ACCUEIL_JOUR AP ACCUEIL_72H RECUEIL_5J APU_MNA MERE_ENFANT CENTRE_PARENTAL TDB PARRAINAGE AJM PUPILLE',
  judiciaire:
    'MJIE AEMO AEMO_RENFORCEE AEMO_HEBERGEMENT OBLIGATION_PART PLACEMENT_AUTRE_PARENT PLACEMENT_TDC PLACEMENT_ASE PLACEMENT_DIRECT PLACEMENT_SANTE_EDUC PLACEMENT_PSY OPP_JUGE OPP_PARQUET MJAGBF MEDIATION_JE IST DAP_VOLONTAIRE DAP_FORCEE TUTELLE_DEP RETRAIT_AP DELAISSEMENT JAF_TIERS PLACEMENT_PENAL_ASE',
} as const;

it('la liste des codes est celle du référentiel, et l’hôtel n’y est pas (CASF L221-2-3)', () => {
  expect(listCodes(JOUR, 'administrative')).toEqual(REFERENTIEL.administrative.split(' '));
  expect(listCodes(JOUR, 'judiciaire')).toEqual(REFERENTIEL.judiciaire.split(' '));
  expect(findCode('HOTEL')).toBeUndefined();
});
