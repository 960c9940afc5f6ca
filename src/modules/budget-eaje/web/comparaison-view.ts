import { CATEGORIES_EAJE, computeCategorie } from '#modules/eaje/index.ts';
import { formatFraction, quotient } from '#shared/fraction.ts';
import { computeComparaison, type Ratio } from '../rules/comparaison.ts';
import { ABSENT, formatEuros } from './formats.ts';

type Activite = Readonly<{
  id: string;
  nom: string;
  territoire: string | null;
  places: number;
  minutesRealisees: number;
}>;

/** Les crèches dont on sait les places et les heures, avec ce qu'elles ont mandaté ; la plus chère à la place d'abord. */
export function buildComparaisons(
  activites: readonly Activite[],
  mandate: ReadonlyMap<string, number>,
  exercice: number,
) {
  const creches = activites.map((activite) => ({
    ...activite,
    categorie: CATEGORIES_EAJE[computeCategorie(activite.places)],
    depenseCentimes: mandate.get(activite.id) ?? 0,
  }));
  return computeComparaison(creches).map(
    ({ id, nom, territoire, categorie, places, depenseCentimes, place, heure }) => ({
      id,
      nom,
      territoire: territoire ?? '',
      categorie,
      places,
      href: `/creches/${id}/budget?exercice=${exercice}`,
      depense: formatEuros(depenseCentimes),
      place: buildRatio(place),
      heure: buildRatio(heure),
    }),
  );
}
export type CrecheComparee = ReturnType<typeof buildComparaisons>[number];

function buildRatio({ centimes, mediane, ecart }: Ratio) {
  return {
    valeur: centimes === null ? ABSENT : formatFraction(quotient(centimes, 100)),
    ecart: ecart === null ? null : `${ecart.n > 0n ? '+' : ''}${formatFraction(ecart, 0)} %`,
    mediane: mediane === null ? null : formatFraction(quotient(mediane, 100)),
  };
}
