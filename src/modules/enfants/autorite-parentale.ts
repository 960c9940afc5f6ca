/** L'autorité parentale : qui en est titulaire, qui l'exerce, du … au … */
import { z } from 'zod';
import type { Periode } from '#shared/periode.ts';

export const Exercice = z.enum(
  ['conjoint', 'seul', 'non-exercee', 'delegation-totale', 'delegation-partielle', 'tutelle', 'retire'],
  { error: 'Choisissez l’exercice.' },
);
export type Exercice = z.infer<typeof Exercice>;
export const LIBELLE_EXERCICE: Record<Exercice, string> = {
  conjoint: 'exercice conjoint',
  seul: 'exerce seul',
  'non-exercee': 'ne l’exerce pas',
  'delegation-totale': 'délégation totale reçue',
  'delegation-partielle': 'délégation partielle reçue',
  tutelle: 'tutelle',
  retire: 'autorité parentale retirée',
};

export const Organisme = z.enum(['president-conseil-departemental', 'prefet', 'autre-service'], {
  error: 'Choisissez l’organisme.',
});
export type Organisme = z.infer<typeof Organisme>;
export const LIBELLE_ORGANISME: Record<Organisme, string> = {
  'president-conseil-departemental': 'président du conseil départemental',
  prefet: 'préfet',
  'autre-service': 'autre service',
};

/** Une ligne d'autorité parentale : une personne ou un organisme, jamais les deux. */
export type AutoriteParentale = Periode & {
  id: string;
  personneId: string | null;
  organisme: Organisme | null;
  titulaire: boolean;
  exercice: Exercice;
  fondement: string | null;
  /** Comment le nommer : « la mère, MARTIN Julie », « le président du conseil départemental ». */
  nom: string;
};
