import { expect, it } from 'vitest';
import { JOUR } from '../testing/mesure-essai.ts';
import { buildMesuresRecues, buildNomenclature } from './codes-view.ts';
import { buildLoi } from './loi-view.ts';

it('une mesure se propose avec ce que la loi en dit : qui décide, sa durée, l’accord, ce qui est dû', () => {
  expect(buildLoi('AP', JOUR)).toMatchObject({
    decideur: 'Président du conseil départemental',
    dureeCourte: '1 an au plus',
    consentement: 'Accord écrit des représentants légaux',
    confie: 'Oui',
    enJours: false,
  });
  expect(buildLoi('AP', JOUR).documents).toContain('Formulaire d’accord, accueil (sept rubriques)');
  expect(buildLoi('RECUEIL_5J', JOUR)).toMatchObject({ dureeCourte: '5 jours au plus', enJours: true });
});

it('la nomenclature à proposer tient à une origine, rangée par qui décide', () => {
  const codes = buildNomenclature(JOUR, 'administrative');
  expect(codes.map(({ valeur }) => valeur)).toContain('AED');
  expect(codes.map(({ valeur }) => valeur)).not.toContain('AEMO');
  expect(codes.find(({ valeur }) => valeur === 'ACCUEIL_72H')?.groupe).toBe('Service de l’aide sociale à l’enfance');
});

it('se reçoit ce qu’un juge, le parquet ou le préfet décide, jamais ce que le président signe', () => {
  const codes = buildMesuresRecues(JOUR).flatMap(({ mesures }) => mesures.map(({ code }) => code));
  expect(codes).toContain('PLACEMENT_ASE');
  expect(codes).toContain('PUPILLE');
  expect(codes).not.toContain('AED');
  expect(codes, 'ne se crée plus depuis le 2 octobre 2024').not.toContain('PEAD');
});

it('l’article du règlement départemental est à côté de la loi quand le département l’a écrit', () => {
  const reglement = 'AED : article 12 ; AP : article 14';
  expect(buildLoi('AP', JOUR, reglement).article).toBe('article 14');
  expect(buildLoi('TISF', JOUR, reglement).article).toBeNull();
  const proposees = buildNomenclature(JOUR, 'administrative', reglement);
  expect(proposees.find(({ valeur }) => valeur === 'AED')?.aide).toContain('règlement départemental, article 12');
});
