/** Ce que l'équipe saisit de l'évaluation : son début, ses rencontres, les avis, les raisons de ce qui n'a pas pu se faire. */
import { z } from 'zod';
import { LIBELLE_FORME_OU_DISPENSE } from '#modules/informations-preoccupantes/index.ts';
import {
  caseCochee,
  champsReunis,
  choixFacultatif,
  choixSaisi,
  jourFacultatif,
  listeSaisie,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_ISSUE, LIBELLE_LIEU, LIBELLE_NON_SEUL } from './evaluation.ts';

const LONG = 20_000;

/** Le premier acte, et l'information due aux titulaires (IP-015), sauf si elle est déjà inscrite. */
export const DebutSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  debuteeLe: jourCivilSaisi(),
  forme: choixFacultatif(LIBELLE_FORME_OU_DISPENSE),
  le: jourFacultatif(),
  dispenseMotif: texteFacultatif(1000),
});
export type DebutSaisie = z.infer<typeof DebutSaisie>;

export const RencontreSaisie = z
  .object({
    informationId: Identifiant,
    /** Celle que l'on corrige ; absente, elle est nouvelle. */
    id: Identifiant.optional(),
    version: versionSaisie.optional(),
    le: jourCivilSaisi(),
    lieu: choixSaisi(LIBELLE_LIEU, 'Choisissez le lieu.'),
    issue: choixSaisi(LIBELLE_ISSUE, 'Dites si elle a eu lieu.'),
    mineurs: listeSaisie(Identifiant),
    titulairesPresents: caseCochee,
    mineurSeul: caseCochee,
    accord: choixFacultatif({ oui: 'Oui', non: 'Non' }),
    sansAccordMotif: texteFacultatif(1000),
    compteRendu: texteFacultatif(LONG),
  })
  .superRefine(({ issue, mineurs, titulairesPresents, mineurSeul, accord, sansAccordMotif }, contexte) => {
    const add = (champ: string, message: string) => contexte.addIssue({ code: 'custom', message, path: [champ] });
    if (issue === 'tenue' && mineurs.length === 0 && !titulairesPresents) add('mineurs', 'Dites qui était là.');
    if (!mineurSeul) return;
    if (titulairesPresents) add('mineurSeul', 'Vu sans ses parents : ils n’étaient donc pas là.');
    if (mineurs.length === 0) add('mineurs', 'Choisissez le mineur vu sans ses parents.');
    if (accord === null) add('accord', 'Dites si les titulaires étaient d’accord (IP-018).');
    if (accord === 'non' && sansAccordMotif === null)
      add('sansAccordMotif', 'Dites pourquoi sans leur accord (IP-018).');
  });
export type RencontreSaisie = z.infer<typeof RencontreSaisie>;

const DE_QUI = /^(?:(mineur|titulaire):([0-9a-f-]{36})|(titulaire|entourage|professionnel))$/;

/** « mineur:… », « titulaire:… », ou une catégorie. */
const deQui = z.string({ error: 'Choisissez de qui est cet avis.' }).transform((texte, contexte) => {
  const lu = DE_QUI.exec(texte);
  if (!lu) {
    contexte.addIssue({ code: 'custom', message: 'Choisissez de qui est cet avis.' });
    return z.NEVER;
  }
  const [, nature, id = null, categorie] = lu;
  return {
    aupres: (nature ?? categorie) as 'mineur' | 'titulaire' | 'entourage' | 'professionnel',
    mineurId: nature === 'mineur' ? id : null,
    adulteId: nature === 'titulaire' ? id : null,
  };
});

export const AvisSaisie = z
  .object({
    informationId: Identifiant,
    id: Identifiant.optional(),
    version: versionSaisie.optional(),
    deQui,
    qui: texteFacultatif(),
    le: jourCivilSaisi(),
    recueilli: z
      .enum(['oui', 'non'], { error: 'Dites si l’avis a été recueilli.' })
      .transform((choix) => choix === 'oui'),
    teneur: texteFacultatif(LONG),
    motifAbsence: texteFacultatif(1000),
  })
  .superRefine(({ recueilli, teneur, motifAbsence }, contexte) => {
    if (recueilli && teneur === null)
      contexte.addIssue({ code: 'custom', message: 'Écrivez l’avis recueilli.', path: ['teneur'] });
    if (!recueilli && motifAbsence === null)
      contexte.addIssue({
        code: 'custom',
        message: 'Dites pourquoi il n’a pas été recueilli (IP-016).',
        path: ['motifAbsence'],
      });
  });
export type AvisSaisie = z.infer<typeof AvisSaisie>;

const parMineur = <S extends z.ZodType>(schema: S) => z.record(Identifiant, schema).default({});

/** Pourquoi une rencontre n'a pas pu se faire comme le texte le veut : au domicile, mineur par mineur. */
export const RaisonsSaisie = champsReunis(
  z
    .object({
      informationId: Identifiant,
      version: versionSaisie,
      sansDomicileMotif: texteFacultatif(2000),
      nonSeul: parMineur(choixFacultatif(LIBELLE_NON_SEUL)),
      nonSeulMotif: parMineur(texteFacultatif(1000)),
      impossibleMotif: parMineur(texteFacultatif(2000)),
    })
    .superRefine(({ nonSeul, nonSeulMotif }, contexte) => {
      for (const [mineurId, motif] of Object.entries(nonSeul))
        if (motif === 'autre' && !nonSeulMotif[mineurId as Identifiant])
          contexte.addIssue({ code: 'custom', message: 'Écrivez la raison.', path: ['nonSeulMotif', mineurId] });
    }),
);

export const SuspensionSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  le: jourCivilSaisi(),
  acte: texteSaisi('Dites quelle décision judiciaire suspend l’évaluation.', 500),
});

export const RepriseSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  motif: texteSaisi('Dites pourquoi l’évaluation reprend.', 500),
});
