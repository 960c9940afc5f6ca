import { expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { LigneBudget } from '../ligne-budget.ts';
import { buildGroupes } from './territoire.ts';

const JOUR = jourCivil('2026-12-31');
const SEUILS = { haut: 105, bas: 80, joursAvantRythme: 60 };
const ligne = (id: string, plus: Partial<LigneBudget>): LigneBudget => ({
  ...{
    id,
    etablissementId: 'a',
    uniteId: 'u',
    creche: 'A',
    territoireId: 't',
    territoire: 'T',
    exercice: 2026,
    nature: 'ENTRETIEN',
  },
  ...{ libelle: id, imputation: null, serviceId: null, service: null, du: jourCivil('2026-01-01'), version: 1 },
  ...{ budgetCentimes: 1000, engageCentimes: 0, mandateCentimes: 0, resteAMandaterCentimes: 0, repeteCentimes: 0 },
  ...plus,
});

it('une ligne par crèche et par nature : une trop pleine ne se cache pas derrière une trop vide (DEP-02)', () => {
  const pleine = ligne('1', { engageCentimes: 1500, mandateCentimes: 1500 });
  const vide = ligne('2', {
    engageCentimes: 500,
    mandateCentimes: 200,
    resteAMandaterCentimes: 300,
    service: 'Achats',
    serviceId: 's',
  });
  const groupes = buildGroupes(
    [pleine, vide, ligne('3', { nature: 'MENAGE' }), ligne('4', { etablissementId: 'b' })],
    JOUR,
    SEUILS,
  );
  expect(groupes.map(({ cle, lignes, ligneId, alerte }) => [cle, lignes, ligneId, alerte])).toEqual([
    ['a ENTRETIEN', 2, null, 'DEPASSEMENT'],
    ['a MENAGE', 1, '3', 'SOUS_CONSOMMATION'],
    ['b ENTRETIEN', 1, '4', 'SOUS_CONSOMMATION'],
  ]);
  expect(groupes[0]).toMatchObject({
    budgetCentimes: 2000,
    engageCentimes: 2000,
    mandateCentimes: 1700,
    atterrissageCentimes: 2000,
  });
  expect(groupes[0]?.tenue).toBe('La crèche, Achats');
});
