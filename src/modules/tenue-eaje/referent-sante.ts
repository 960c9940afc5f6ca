/** Les heures faites du référent « santé et accueil inclusif » d'une crèche : ce que l'on en garde, ce que l'on en tape. */
import { z } from 'zod';
import { nombreSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export type HeuresSante = Readonly<{ id: string; jour: JourCivil; minutes: number }>;

const HEURES = 'Indiquez des heures au quart d’heure, de 0,25 à 12.';

export const HeuresSanteSaisie = z.object({
  etablissementId: Identifiant,
  jour: jourCivilSaisi(),
  heures: nombreSaisi(HEURES, { minimum: 0.25, maximum: 12 }).refine((heures) => Number.isInteger(heures * 4), HEURES),
});
export const HeuresSanteRetrait = z.object({ etablissementId: Identifiant, heuresId: Identifiant });
