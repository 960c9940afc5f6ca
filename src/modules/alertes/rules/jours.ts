/**
 * Les jours où le résumé du matin est envoyé, et celui où l'est la semaine : le premier de ces jours de chaque semaine, le lundi
 * le plus souvent, le mardi après un lundi férié. Pratique locale : le paramètre `alertes.jours` la dit.
 */
import { addJours, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { findJourFerie, type ZoneFeriee } from '#shared/jours-feries.ts';

export type JoursTravailles = 'lundi-vendredi' | 'lundi-samedi' | 'tous';
const DERNIER = { 'lundi-vendredi': 5, 'lundi-samedi': 6, tous: 7 } as const;

export function isTravaille(jour: JourCivil, jours: JoursTravailles, zone: ZoneFeriee): boolean {
  if (jours === 'tous') return true;
  return jourDeSemaine(jour) <= DERNIER[jours] && findJourFerie(jour, zone) === undefined;
}

/** Aucun jour travaillé de la même semaine ne le précède. */
export function isPremierDeLaSemaine(jour: JourCivil, jours: JoursTravailles, zone: ZoneFeriee): boolean {
  for (let recul = 1; recul < jourDeSemaine(jour); recul += 1)
    if (isTravaille(addJours(jour, -recul), jours, zone)) return false;
  return isTravaille(jour, jours, zone);
}
