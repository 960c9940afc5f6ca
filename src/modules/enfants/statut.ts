/** La situation de l'enfant en droit, du … au … */
import { z } from 'zod';
import type { Periode } from '#shared/periode.ts';

export const StatutCode = z.enum(
  [
    'autorite-parentale',
    'delegation-autorite-parentale',
    'tutelle-departementale',
    'tutelle-familiale',
    'pupille-provisoire',
    'pupille-definitif',
    'emancipe',
    'majeur',
    'a-determiner',
  ],
  { error: 'Choisissez le statut.' },
);
export type StatutCode = z.infer<typeof StatutCode>;
export const LIBELLE_STATUT: Record<StatutCode, string> = {
  'autorite-parentale': 'sous autorité parentale',
  'delegation-autorite-parentale': 'délégation d’autorité parentale',
  'tutelle-departementale': 'tutelle départementale',
  'tutelle-familiale': 'tutelle familiale',
  'pupille-provisoire': 'pupille de l’État, à titre provisoire',
  'pupille-definitif': 'pupille de l’État',
  emancipe: 'mineur émancipé',
  majeur: 'majeur',
  'a-determiner': 'à déterminer',
};

export type Statut = Periode & { id: string; code: StatutCode; fondement: string | null };
