/**
 * Les jours fériés du département. Code du travail L3133-1 ; L3134-13 pour l'Alsace-Moselle ; outre-mer selon la zone.
 * Le calcul est dans `#shared/jours-feries.ts` ; ici, seulement la zone d'un département et son nom.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJourDeSemaine } from '#shared/jour-civil-format.ts';
import { getZoneFeriee, listJoursFeries, type ZoneFeriee } from '#shared/jours-feries.ts';

export const ZONES_FERIEES: Record<ZoneFeriee, string> = {
  metropole: 'Métropole',
  'alsace-moselle': 'Alsace-Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  'la-reunion': 'La Réunion',
  'saint-pierre-et-miquelon': 'Saint-Pierre-et-Miquelon',
  mayotte: 'Mayotte',
  'saint-barthelemy': 'Saint-Barthélemy',
  'saint-martin': 'Saint-Martin',
};

export type JourFerieDuDepartement = { jour: JourCivil; nom: string; semaine: string };

/** La zone d'un département et ses jours fériés de l'année. */
export function listJoursFeriesDuDepartement(
  departementCode: string,
  annee: number,
): { zone: ZoneFeriee; libelle: string; jours: JourFerieDuDepartement[] } {
  const zone = getZoneFeriee(departementCode);
  const jours = listJoursFeries(annee, zone).map(({ jour, nom }) => ({
    jour,
    nom,
    semaine: formatJourDeSemaine(jour),
  }));
  return { zone, libelle: ZONES_FERIEES[zone], jours };
}
