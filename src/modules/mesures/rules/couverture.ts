/** Ce qu'une décision couvre : un dernier jour écrit, ou une durée comptée du premier, compris (TPS-09). */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Couverture } from '../decision-saisie.ts';
import { computeDernierJourPermis } from '../mesure.ts';

/** Le premier et le dernier jour couverts, la durée comptée du premier, compris. */
export function computeCouverture(
  { du: premier, au, dureeMois, dureeJours }: Couverture,
  le: JourCivil,
): { du: JourCivil; au: JourCivil | null } {
  const du = premier ?? le;
  if (dureeMois !== null) return { du, au: computeDernierJourPermis(du, { valeur: dureeMois, unite: 'mois' }) };
  if (dureeJours !== null) return { du, au: computeDernierJourPermis(du, { valeur: dureeJours, unite: 'jour' }) };
  return { du, au };
}
