/** Ce que l'on écrit d'une mesure avant qu'elle soit décidée : la proposer, en donner un avis, inscrire ce que répond la famille. */
import { z } from 'zod';
import { choixFacultatif, choixSaisi, listeSaisie, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { FORMES_ACCORD } from './faits.ts';
import { NATURES_ACCORD, SENS_AVIS } from './mesure-inscrite.ts';
import { CodeMesure } from './nomenclature.ts';

/** Une mesure et la version que l'on avait sous les yeux : « identifiant@3 ». Un acte en prend une, ou celles d'une fratrie. */
export function formatReference({ id, version }: { id: string; version: number }): string {
  return `${id}@${version}`;
}
const Reference = z
  .string({ error: 'Choisissez la mesure.' })
  .transform((texte) => {
    const [id, version] = texte.split('@');
    return { id, version: Number(version) };
  })
  .pipe(
    z.object(
      { id: Identifiant, version: z.int({ error: 'Rouvrez la page avant de modifier.' }).positive() },
      { error: 'Choisissez la mesure.' },
    ),
  );
export type Reference = z.infer<typeof Reference>;

export const referencesFacultatives = listeSaisie(Reference);
export const referencesSaisies = referencesFacultatives.refine((liste) => liste.length > 0, {
  error: 'Choisissez au moins une mesure.',
});
export const enfantsSaisis = listeSaisie(Identifiant).refine((liste) => liste.length > 0, {
  error: 'Choisissez au moins un enfant.',
});

const ORIGINES_DEMANDE = {
  famille: 'La famille, ou le jeune',
  service: 'Le service',
} as const;
export const LIBELLE_DEMANDEUR: Record<keyof typeof ORIGINES_DEMANDE, string> = ORIGINES_DEMANDE;

/** Une ou plusieurs mesures, pour un enfant ou une fratrie. */
export const PropositionSaisie = z.object({
  enfants: enfantsSaisis,
  codes: listeSaisie(CodeMesure).refine((codes) => codes.length > 0, { error: 'Choisissez au moins une mesure.' }),
  demandeur: choixSaisi(ORIGINES_DEMANDE, 'Dites qui la demande.'),
  demandeeLe: jourCivilSaisi(),
  motif: texteSaisi('Écrivez pourquoi.', 4000),
  objectifs: texteFacultatif(4000),
  service: texteFacultatif(),
  serviceContact: texteFacultatif(),
});
export type PropositionSaisie = z.infer<typeof PropositionSaisie>;

export const AvisSaisie = z.object({
  mesures: referencesSaisies,
  sens: choixSaisi(SENS_AVIS, 'Dites le sens de votre avis.'),
  motif: texteSaisi('Écrivez pourquoi.', 4000),
});
export type AvisSaisie = z.infer<typeof AvisSaisie>;

export const AccordSaisie = z
  .object({
    mesures: referencesSaisies,
    nature: choixSaisi(NATURES_ACCORD, 'Dites ce que répond la famille.'),
    forme: choixFacultatif(FORMES_ACCORD),
    de: texteSaisi('Dites qui : « Mme Martin, mère ».'),
    le: jourCivilSaisi(),
    precision: texteFacultatif(2000),
  })
  .refine(({ nature, forme }) => nature !== 'accord' || forme !== null, {
    error: 'Dites si l’accord est écrit ou oral.',
    path: ['forme'],
  });
export type AccordSaisie = z.infer<typeof AccordSaisie>;

/** Une proposition qui n'aurait pas dû être inscrite. */
export const AnnulationSaisie = z.object({
  mesures: referencesSaisies,
  annulationMotif: texteSaisi('Dites pourquoi elle n’aurait pas dû être inscrite.', 2000),
});
export type AnnulationSaisie = z.infer<typeof AnnulationSaisie>;

/** Qui exerce la mesure, et ce qu'on en attend : se change tant qu'elle dure. */
export const ServiceSaisie = z.object({
  mesures: referencesSaisies,
  service: texteFacultatif(),
  serviceContact: texteFacultatif(),
  objectifs: texteFacultatif(4000),
});
export type ServiceSaisie = z.infer<typeof ServiceSaisie>;
