/** La période et le territoire du tableau, lus dans l'adresse : une valeur abîmée est ignorée. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';

import { THEMES, type Theme } from './indicateur.ts';

export const PERIODES = {
  annee: 'Depuis le 1er janvier',
  'douze-mois': 'Douze derniers mois',
  mois: 'Dernier mois fini',
} as const;
type PeriodeDuTableau = keyof typeof PERIODES;

export const TableauFiltre = z.object({
  periode: z.enum(Object.keys(PERIODES) as [PeriodeDuTableau, ...PeriodeDuTableau[]]).catch('annee'),
  territoire: Identifiant.nullable().catch(null),
  vue: z.enum(Object.keys(THEMES) as [Theme, ...Theme[]]).catch('activite'),
});
export type TableauFiltre = z.infer<typeof TableauFiltre>;

export type Bornes = { du: JourCivil; au: JourCivil };

/** Des mois entiers et finis : le mois en cours n'est pas encore comparable. En janvier, l'année est la précédente. */
export function computeBornes(periode: PeriodeDuTableau, aujourdhui: JourCivil): Bornes {
  const ceMois = jourCivil(`${aujourdhui.slice(0, 7)}-01`);
  const au = addJours(ceMois, -1);
  if (periode === 'mois') return { du: addMois(ceMois, -1), au };
  if (periode === 'douze-mois') return { du: addMois(ceMois, -12), au };
  return { du: jourCivil(`${au.slice(0, 4)}-01-01`), au };
}
