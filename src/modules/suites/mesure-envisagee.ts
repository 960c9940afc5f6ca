/** Ce que des actions adaptées demandent de mettre en place pour un mineur, avant que la mesure n'existe. */
import { z } from 'zod';
import { choixSaisi, identifiantSaisi, listeSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

/** `accord` : l'écrit des représentants légaux sans lequel rien ne commence (CASF L223-2). */
export const NATURES_ENVISAGEES = {
  aed: { libelle: 'Action éducative à domicile (AED)', accord: true },
  tisf: { libelle: 'Technicien de l’intervention sociale et familiale (TISF)', accord: true },
  aesf: { libelle: 'Accompagnement en économie sociale et familiale (AESF)', accord: true },
  'accueil-jour': { libelle: 'Accueil de jour', accord: true },
  'accueil-provisoire': { libelle: 'Accueil provisoire', accord: true },
  'aide-financiere': { libelle: 'Aide financière', accord: false },
  'suivi-social': { libelle: 'Accompagnement par le service social ou la PMI', accord: false },
  'droit-commun': { libelle: 'Orientation vers le droit commun', accord: false },
} as const satisfies Record<string, { libelle: string; accord: boolean }>;
export type NatureEnvisagee = keyof typeof NATURES_ENVISAGEES;
export const LIBELLE_NATURE_ENVISAGEE = Object.fromEntries(
  Object.entries(NATURES_ENVISAGEES).map(([code, { libelle }]) => [code, libelle]),
) as Record<NatureEnvisagee, string>;

export const LIBELLE_ACCORD = {
  'sans-objet': 'Aucun accord écrit à recueillir',
  'a-recueillir': 'Accord écrit à recueillir',
  recueilli: 'Accord écrit recueilli',
  refuse: 'Accord refusé',
} as const;
export type Accord = keyof typeof LIBELLE_ACCORD;

export type MesureEnvisagee = {
  id: string;
  mineurId: string;
  nature: NatureEnvisagee;
  accord: Accord;
  accordLe: JourCivil | null;
  version: number;
};

/** Ce que la famille a répondu, pour une ou plusieurs mesures. */
export const LIBELLE_REPONSE = {
  recueilli: 'Accord écrit signé',
  refuse: 'Accord refusé',
} as const;

export const AccordSaisie = z
  .object({
    informationId: identifiantSaisi('Ouvrez une information.'),
    mesures: listeSaisie(Identifiant),
    accord: choixSaisi(LIBELLE_REPONSE, 'Dites si l’accord est signé ou refusé.'),
    accordLe: jourCivilSaisi(),
  })
  .refine(({ mesures }) => mesures.length > 0, {
    error: 'Cochez au moins une mesure.',
    path: ['mesures'],
  });
export type AccordSaisie = z.infer<typeof AccordSaisie>;
