/**
 * Le prix plafond horaire de la prestation de service unique, selon le taux de facturation (PSU-02 à PSU-05).
 *
 * Ce que dit le texte : jusqu'au 31 décembre 2024, trois paliers (107 et 117 %) ; depuis le 1er janvier 2025, le prix le plus haut
 * jusqu'à 107 %, le plus bas à partir de 120 %, une droite continue entre les deux. Deux niveaux de service : couches et repas, ou non.
 * Le prix le plus bas est gelé jusqu'en 2027 : un barème qui s'en écarte de la première année saisie est signalé, et sert quand même.
 * Comment il est lu ici : en fractions exactes, P(T) = Pmax − (Pmax − Pmin) × (T − 107) / 13 ; rien n'est arrondi avant le montant.
 * Non traité : les montants eux-mêmes, qui se saisissent depuis l'annexe de l'année ; Marelle n'en invente aucun.
 */
import {
  compareFractions,
  ecart,
  type Fraction,
  formatEntierDecimal,
  fraction,
  produit,
  quotient,
} from '#shared/fraction.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { type BaremePsu, FORMES_BAREME, type FormeBareme, type PrixPlafonds } from '../bareme.ts';

const DIX_MILLIEMES = 10_000;

/** La forme du barème d'un exercice civil. */
export function findForme(annee: number): FormeBareme {
  return FORMES_BAREME.at(jourCivil(`${annee}-01-01`));
}

/** Le prix plafond en euros, pour un taux de facturation en pour cent. */
export function computePrixPlafond(bareme: BaremePsu, taux: Fraction, fournitTout: boolean): Fraction {
  const prix = fournitTout ? bareme.avec : bareme.sans;
  return findForme(bareme.annee) === 'PALIERS' ? findPalier(bareme, prix, taux) : computeDroite(bareme, prix, taux);
}

function findPalier({ seuilBas, seuilHaut }: BaremePsu, prix: PrixPlafonds, taux: Fraction): Fraction {
  if (compareFractions(taux, seuilBas) <= 0) return fraction(prix.pmax, DIX_MILLIEMES);
  if (compareFractions(taux, seuilHaut) > 0) return fraction(prix.pmin, DIX_MILLIEMES);
  return fraction(prix.pmoyen ?? prix.pmin, DIX_MILLIEMES);
}

function computeDroite({ seuilBas, seuilHaut }: BaremePsu, { pmax, pmin }: PrixPlafonds, taux: Fraction): Fraction {
  if (compareFractions(taux, seuilBas) <= 0) return fraction(pmax, DIX_MILLIEMES);
  if (compareFractions(taux, seuilHaut) >= 0) return fraction(pmin, DIX_MILLIEMES);
  const part = quotient(ecart(taux, seuilBas), seuilHaut - seuilBas);
  return quotient(ecart(pmax, produit(pmax - pmin, part)), DIX_MILLIEMES);
}

const NIVEAUX = { avec: 'couches et repas fournis', sans: 'couches ou repas non fournis' } as const;

/** PSU-05 : ce qui, dans ce barème, n'est pas le prix le plus bas gelé. */
export function findEcartAuGel({ annee, gele, ...prix }: BaremePsu): string | null {
  if (!gele) return null;
  const euros = (dixMilliemes: number) => `${formatEntierDecimal(dixMilliemes, 4)} €`;
  const ecarts = (['avec', 'sans'] as const)
    .filter((niveau) => prix[niveau].pmin !== gele[niveau])
    .map(
      (niveau) =>
        `${euros(prix[niveau].pmin)} en ${annee} et ${euros(gele[niveau])} en ${gele.annee}, ${NIVEAUX[niveau]}`,
    );
  return ecarts.length === 0
    ? null
    : `Le prix plafond le plus bas est gelé jusqu’en 2027 (PSU-05), et il a changé : ${ecarts.join(' ; ')}. L’une des deux saisies est sans doute fausse.`;
}
