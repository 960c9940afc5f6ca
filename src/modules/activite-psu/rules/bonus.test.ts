import { describe, expect, test } from 'vitest';
import { fraction } from '#shared/fraction.ts';
import { computeBonusAttractivite, computeBonusHandicap, computeBonusMixite, findSeuilMixiteProche } from './bonus.ts';

const A_SAISIR = { connu: false };

describe('Les bonus ne se calculent que les années dont la table est connue (BON-01 à BON-07)', () => {
  test.each([
    [70, 126_000],
    [75, 126_000],
    [90, 48_000],
    [120, 18_000],
    [130, 0],
  ])('mixité, 60 places, participation de %i centimes par heure : %i € (BON-07)', (participation, euros) => {
    expect(computeBonusMixite(2019, 60, fraction(participation))).toMatchObject({ connu: true, centimes: 100 * euros });
  });

  test.each([
    [69.9, undefined],
    [70, 75],
    [75, 75],
    [80, 75],
    [80.1, undefined],
    [103, 100],
    [186, undefined],
  ])('mixité, à %d centimes par heure : près du seuil de %s (IND-21)', (participation, seuil) => {
    expect(findSeuilMixiteProche(participation)).toBe(seuil);
  });

  test('la veille et le jour d’après : 2023 est connue, 2024 et 2018 sont des montants à saisir', () => {
    expect(computeBonusMixite(2023, 60, fraction(70))).toMatchObject({ connu: true });
    expect(computeBonusMixite(2024, 60, fraction(70))).toMatchObject(A_SAISIR);
    expect(computeBonusMixite(2018, 60, fraction(70))).toMatchObject(A_SAISIR);
  });

  test.each([
    [4, 5_760],
    [10, 43_200],
    [25, 78_000],
  ])('handicap, 60 places à 16 000 €, %i %% d’enfants : %i € (BON-07)', (part, euros) => {
    const faits = { places: 60, part: fraction(part, 100), coutPlaceCentimes: 1_600_000 };
    expect(computeBonusHandicap(2019, faits)).toMatchObject({ connu: true, centimes: 100 * euros });
    expect(computeBonusHandicap(2026, faits)).toMatchObject(A_SAISIR);
  });

  test('attractivité, 60 places : 28 500 € au plus, si la hausse est votée (BON-07)', () => {
    expect(computeBonusAttractivite(2026, 60, true)).toMatchObject({ connu: true, centimes: 2_850_000 });
    expect(computeBonusAttractivite(2026, 60, false)).toMatchObject({ connu: true, centimes: 0 });
    expect(computeBonusAttractivite(2023, 60, true)).toMatchObject(A_SAISIR);
  });
});
