/**
 * La capacité d'une crèche, à un instant donné (CAP-01, CAP-04).
 *
 * Ce que dit le texte (CSP R2324-46) : cinq catégories selon les places autorisées. L'autorisation peut prévoir moins de places à
 * certaines heures, certains jours. Comment il est lu ici : à l'instant t, la plus basse des modulations qui le couvrent (l'habitude de la
 * crèche, et celles de ses travaux), sinon les places autorisées ; aucune hors des heures d'ouverture, un jour fermé, ou sans autorisation.
 * Non traité : les places qu'un contrôle limite pour un temps.
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { addJours, type JourCivil, jourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import type { Minutes, Plage } from '#shared/quart-d-heure.ts';
import type { Autorisation, CategorieEaje, EtablissementOuvert, Fermeture, Modulation } from '../etablissement.ts';
import { CSP_R2324_46 } from './textes.ts';

/** CAP-01 : la première catégorie dont le plafond n'est pas dépassé. */
export const SEUILS_CATEGORIE = createDonneeDatee<readonly { categorie: CategorieEaje; jusqua: number }[]>(
  'catégories de crèches',
  [
    {
      du: jourCivil('2021-09-01'),
      au: null,
      valeur: [
        { categorie: 'MICRO', jusqua: 12 },
        { categorie: 'PETITE', jusqua: 24 },
        { categorie: 'CRECHE', jusqua: 39 },
        { categorie: 'GRANDE', jusqua: 59 },
        { categorie: 'TRES_GRANDE', jusqua: Number.POSITIVE_INFINITY },
      ],
      texte: CSP_R2324_46,
    },
  ],
);

/** La catégorie de ces places, au jour dit ; sans jour, dans la dernière version du texte. */
export function computeCategorie(places: number, jour?: JourCivil): CategorieEaje {
  const { versions } = SEUILS_CATEGORIE;
  const seuils = jour === undefined ? versions.at(-1)?.valeur : SEUILS_CATEGORIE.at(jour);
  return seuils?.find(({ jusqua }) => places <= jusqua)?.categorie ?? 'TRES_GRANDE';
}

type Structure = Pick<EtablissementOuvert, 'ouvre' | 'ferme' | 'jours' | 'autorisations' | 'fermetures'>;

/** L'autorisation en cours ce jour. */
export function findAutorisation<A extends Autorisation>(
  { autorisations }: { autorisations: readonly A[] },
  jour: JourCivil,
): A | undefined {
  return autorisations.find((autorisation) => containsJour(autorisation, jour));
}

/** Ce qui ferme la crèche ce jour, férié compris. */
export function findFermeture({ fermetures }: Pick<Structure, 'fermetures'>, jour: JourCivil): Fermeture | undefined {
  return fermetures.find((fermeture) => containsJour(fermeture, jour));
}

/** La crèche accueille-t-elle ce jour : un de ses jours de la semaine, et rien ne la ferme. */
export function isOuvert(etab: Pick<Structure, 'jours' | 'fermetures'>, jour: JourCivil): boolean {
  return etab.jours.includes(jourDeSemaine(jour)) && findFermeture(etab, jour) === undefined;
}

/** CAP-04 : les places à cet instant. */
export function findCapacite(etab: Structure, jour: JourCivil, minute: Minutes): number {
  if (minute < etab.ouvre || minute >= etab.ferme || !isOuvert(etab, jour)) return 0;
  const autorisation = findAutorisation(etab, jour);
  if (autorisation === undefined) return 0;
  const actives = listModulationsDuJour(autorisation, jour).filter(({ debut, fin }) => debut <= minute && minute < fin);
  return Math.min(autorisation.places, ...actives.map(({ places }) => places));
}

/** Les modulations qui valent ce jour : l'habitude de la crèche, et celles de ses travaux. */
export function listModulationsDuJour<M extends Modulation>(
  { modulations }: { modulations: readonly M[] },
  jour: JourCivil,
): M[] {
  const semaine = jourDeSemaine(jour);
  return modulations.filter(
    ({ jours, pendant }) => jours.includes(semaine) && (!pendant || containsJour(pendant, jour)),
  );
}

/** Les heures-places offertes, du premier au dernier jour de la période : 590 pour un jour de la crèche modulée du référentiel. */
export function computeHeuresPlaces(etab: Structure, { du, au }: { du: JourCivil; au: JourCivil }): number {
  let minutes = 0;
  for (let jour = du; jour <= au; jour = addJours(jour, 1)) minutes += computeMinutesPlaces(etab, jour);
  return minutes / 60;
}

function computeMinutesPlaces(etab: Structure, jour: JourCivil): number {
  return listPaliers(etab, jour).reduce(
    (total, { debut, fin }) => total + (fin - debut) * findCapacite(etab, jour, debut),
    0,
  );
}

/** Les heures d'ouverture de ce jour, coupées là où la capacité change, et aux `coupures` ; aucune si la crèche n'accueille pas. */
export function listPaliers(etab: Structure, jour: JourCivil, coupures: readonly Minutes[] = []): Plage[] {
  const autorisation = isOuvert(etab, jour) ? findAutorisation(etab, jour) : undefined;
  if (autorisation === undefined) return [];
  const bornes = [
    ...listModulationsDuJour(autorisation, jour).flatMap(({ debut, fin }) => [debut, fin]),
    ...coupures,
  ].filter((minute) => etab.ouvre < minute && minute < etab.ferme);
  const paliers = [...new Set([etab.ouvre, ...bornes, etab.ferme])].sort((a, b) => a - b);
  return paliers.slice(1).map((fin, rang) => ({ debut: paliers[rang] ?? fin, fin }));
}

/** Le premier jour ouvert à partir de celui-ci, dans les soixante jours ; sinon aucun. */
export function findProchainOuvert(
  etab: Pick<Structure, 'jours' | 'fermetures'>,
  jour: JourCivil,
): JourCivil | undefined {
  for (let n = 0; n <= 60; n += 1) if (isOuvert(etab, addJours(jour, n))) return addJours(jour, n);
  return undefined;
}
