import { expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildMesureDEssai, JOUR } from '../testing/mesure-essai.ts';
import { buildApport } from './apport-view.ts';

const PLACEMENT = buildMesureDEssai({
  id: 'placement',
  code: 'PLACEMENT_ASE',
  origine: 'judiciaire',
  groupe: 'hebergement',
});

it('la fiche de l’enfant dit chaque fondement de ce jour, et son article', () => {
  const { faits, alertes, couloirs } = buildApport([buildMesureDEssai(), PLACEMENT], 'enfant', JOUR);
  expect(faits.map(({ titre, valeur }) => [titre, valeur])).toEqual([
    ['Mesure', 'Action éducative à domicile (AED)'],
    ['Mesure (2)', 'Confié à l’aide sociale à l’enfance'],
  ]);
  expect(faits[1]).toMatchObject({ href: '/mesures/placement', detail: expect.stringContaining('375-3') });
  expect(alertes).toEqual([]);
  expect(couloirs.map(({ titre }) => titre)).toEqual(['Accueil', 'À domicile']);
});

it('une mesure expirée sans décision est une alerte, et ne fonde plus rien (C. civ. 375, MES-027)', () => {
  const periode = { du: jourCivil('2025-11-01'), au: jourCivil('2026-10-31') };
  const { faits, alertes } = buildApport([{ ...PLACEMENT, etat: 'echue-sans-decision', periode }], 'enfant', JOUR);
  expect(faits).toEqual([{ titre: 'Mesure', valeur: 'aucune ne court', href: '/enfants/enfant/mesures' }]);
  expect(alertes).toEqual([
    {
      titre: 'Mesure expirée sans décision : l’enfant est sans fondement légal',
      texte: 'Confié à l’aide sociale à l’enfance, jusqu’au 31 octobre 2026',
      href: '/mesures/placement',
    },
  ]);
});

it('deux mesures d’un même groupe se suivent sur une ligne ; les autres ont chacune la leur', () => {
  const tutelle = buildMesureDEssai({ id: 'tutelle', code: 'TUTELLE_DEP', origine: 'judiciaire', groupe: null });
  const { couloirs } = buildApport([PLACEMENT, tutelle, { ...tutelle, id: 'autre', code: 'IST' }], 'enfant', JOUR);
  expect(couloirs.map(({ titre, periodes }) => [titre, periodes?.length])).toEqual([
    ['Accueil', 1],
    ['Autres', 1],
    ['Autres (2)', 1],
  ]);
});
