/** Ce qu'un agent veut recevoir au-delà du minimum : les retards critiques et les escalades lui sont toujours dits. */
import { z } from 'zod';

export const MATINS = {
  'chaque-jour': 'Chaque jour travaillé où quelque chose est dû, en retard ou nouveau',
  nouveautes: 'Seulement quand il y a du nouveau, ou quelque chose à faire ce jour',
  critiques: 'Seulement les retards critiques (le minimum)',
} as const;
export type Matin = keyof typeof MATINS;

export type Preference = { matin: Matin; semaine: boolean };
export const PREFERENCE_PAR_DEFAUT: Preference = { matin: 'chaque-jour', semaine: true };

export const PreferenceSaisie = z.object({
  matin: z.enum(Object.keys(MATINS) as [Matin, ...Matin[]], { error: 'Choisissez quand recevoir le résumé du matin.' }),
  semaine: z.array(z.literal('oui')).default([]),
});
