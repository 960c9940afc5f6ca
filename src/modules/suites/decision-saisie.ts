/** Ce que l'on écrit en décidant : la suite retenue et pourquoi, ce qu'elle met en place, ou de quoi saisir le parquet. */
import { z } from 'zod';
import { SAISINE_SAISIE } from '#modules/signalements/index.ts';
import {
  choixSaisi,
  identifiantSaisi,
  listeSaisie,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { LIBELLE_DECISION } from './decision.ts';
import { LIBELLE_NATURE_ENVISAGEE } from './mesure-envisagee.ts';

export const DecisionSaisie = z
  .object({
    informationId: identifiantSaisi('Ouvrez une information.'),
    version: versionSaisie,
    decision: choixSaisi(LIBELLE_DECISION, 'Choisissez la suite que vous décidez.'),
    motif: texteSaisi('Écrivez ce qui fonde la décision.', 4000),
    motifEcart: texteFacultatif(4000),
    natures: listeSaisie(choixSaisi(LIBELLE_NATURE_ENVISAGEE, 'Choisissez dans la liste.')),
    mineurs: listeSaisie(Identifiant),
    ...SAISINE_SAISIE,
  })
  .superRefine(({ decision, natures, mineurs }, contexte) => {
    if (decision !== 'actions-adaptees') return;
    const add = (champ: string, message: string) => contexte.addIssue({ code: 'custom', message, path: [champ] });
    if (natures.length === 0) add('natures', 'Dites ce qui est à mettre en place.');
    if (mineurs.length === 0) add('mineurs', 'Dites pour quels mineurs.');
  });
export type DecisionSaisie = z.infer<typeof DecisionSaisie>;

/** Clore : par quel acte, et ce que l'on veut en retenir. */
export const ClotureSaisie = z.object({
  informationId: identifiantSaisi('Ouvrez une information.'),
  version: versionSaisie,
  acte: z.enum(['clore-classement', 'clore-administratif', 'clore-judiciaire'], { error: 'Choisissez comment clore.' }),
  note: texteFacultatif(2000),
});
export type ClotureSaisie = z.infer<typeof ClotureSaisie>;
