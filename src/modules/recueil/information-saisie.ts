/** Ce que la cellule tape d'une information : la réception, l'auteur, le foyer, les faits. Une identité partielle suffit. */
import { z } from 'zod';
import {
  type CategorieSource,
  LIBELLE_CANAL,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
  LIBELLE_SOURCE,
  LIBELLE_URGENCE,
  type QualiteAdulte,
  SOURCES,
} from '#modules/informations-preoccupantes/index.ts';
import { adresseSaisie, LIBELLE_NAISSANCE_PRECISION, LIBELLE_SEXE } from '#modules/personnes/index.ts';
import {
  caseCochee,
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  nombreSaisi,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { heureSaisie } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

const LONGUEUR_RECIT = 20_000;
/** Un foyer de plus d'enfants que cela est une faute de frappe, ou un établissement. */
const MINEURS_MAXIMUM = 30;
const AGE_MAXIMUM_LISIBLE = 120;

/** Un choix facultatif : vide ou absent donne `null`. */
function choixFacultatif<C extends string>(libelles: Record<C, string>, message: string) {
  return z.preprocess((brut) => (brut === '' ? null : (brut ?? null)), choixSaisi(libelles, message).nullable());
}

const nombreFacultatif = z.preprocess(
  (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
  nombreSaisi('Indiquez un âge en années, par exemple 4.', { minimum: 0, maximum: AGE_MAXIMUM_LISIBLE })
    .transform(Math.floor)
    .nullable(),
);

export const MineurSaisie = z
  .object({
    /** Le mineur déjà décrit, quand on le corrige. */
    id: identifiantFacultatif(),
    role: choixFacultatif(LIBELLE_ROLE, 'Dites si l’enfant est signalé ou s’il vit dans le foyer.'),
    nom: texteFacultatif(100),
    nomUsage: texteFacultatif(100),
    prenom: texteFacultatif(100),
    sexe: choixFacultatif(LIBELLE_SEXE, 'Choisissez le sexe, ou « non renseigné ».'),
    dateNaissance: jourFacultatif(),
    naissancePrecision: choixFacultatif(LIBELLE_NAISSANCE_PRECISION, 'Dites ce que vaut cette date de naissance.'),
    ageEstime: nombreFacultatif,
    aNaitre: caseCochee,
    termePrevu: jourFacultatif(),
    /** Le dossier reconnu comme le sien. */
    enfantId: identifiantFacultatif(),
  })
  .transform(({ naissancePrecision, sexe, ...mineur }) => ({
    ...mineur,
    sexe: sexe ?? ('inconnu' as const),
    naissancePrecision:
      mineur.dateNaissance === null
        ? ('inconnue' as const)
        : naissancePrecision === null || naissancePrecision === 'inconnue'
          ? ('exacte' as const)
          : naissancePrecision,
  }));
export type MineurSaisie = z.output<typeof MineurSaisie>;

/** Qui est d'ordinaire titulaire de l'autorité parentale ; on peut toujours dire le contraire. */
const TITULAIRES: readonly QualiteAdulte[] = ['mere', 'pere', 'parent', 'tuteur'];

export const AdulteSaisie = z
  .object({
    id: identifiantFacultatif(),
    qualite: choixSaisi(LIBELLE_QUALITE, 'Dites qui est cet adulte pour l’enfant.'),
    nom: texteFacultatif(100),
    prenom: texteFacultatif(100),
    dateNaissance: jourFacultatif(),
    telephone: texteFacultatif(30),
    titulaire: choixFacultatif(
      { oui: 'Oui', non: 'Non' },
      'Dites si cet adulte est titulaire de l’autorité parentale.',
    ),
    personneId: identifiantFacultatif(),
  })
  .transform(({ titulaire, ...adulte }) => ({
    ...adulte,
    titulaire: titulaire === null ? TITULAIRES.includes(adulte.qualite) : titulaire === 'oui',
  }));
export type AdulteSaisie = z.output<typeof AdulteSaisie>;

/** Le foyer et les faits : ce qui se corrige ensuite aussi. */
const foyerEtFaits = {
  mineurs: z.array(MineurSaisie).max(MINEURS_MAXIMUM, { error: `${MINEURS_MAXIMUM} mineurs au plus.` }),
  adultes: z.array(AdulteSaisie).max(MINEURS_MAXIMUM, { error: `${MINEURS_MAXIMUM} adultes au plus.` }),
  ...adresseSaisie,
  faits: texteSaisi('Écrivez les faits rapportés, même en une phrase.', LONGUEUR_RECIT),
  typesDanger: z
    .array(choixSaisi(LIBELLE_DANGER, 'Choisissez parmi les types de danger.'))
    .default([])
    .transform((types) => [...new Set(types)]),
  /** IP-002 : les parents ont-ils été prévenus par qui transmet. */
  parentsInformes: choixFacultatif(
    { oui: 'Oui', non: 'Non', inconnu: 'On ne le sait pas' },
    'Dites si les parents ont été prévenus.',
  ).transform((reponse) => (reponse === null || reponse === 'inconnu' ? null : reponse === 'oui')),
  motifNonInformation: texteFacultatif(500),
};

const source = {
  canal: choixSaisi(LIBELLE_CANAL, 'Dites comment l’information est arrivée.'),
  source: choixSaisi(LIBELLE_SOURCE, 'Dites qui transmet.'),
  /** À défaut, celle que la source donne. */
  categorieSource: choixFacultatif(LIBELLE_CATEGORIE, 'Choisissez la catégorie de la source.'),
  transmiseLe: jourFacultatif(),
  suitesDemandees: caseCochee,
  /** IP-034 : un professionnel a saisi lui-même le parquet, la cellule en reçoit la copie. */
  saisineDirecteLe: jourFacultatif(),
  anonymatDemande: caseCochee,
  auteurNom: texteFacultatif(200),
  auteurQualite: texteFacultatif(200),
  auteurOrganisme: texteFacultatif(200),
  auteurTelephone: texteFacultatif(30),
  auteurCourriel: texteFacultatif(254),
  auteurAdresse: texteFacultatif(300),
};

export const InformationSaisie = z.object({
  recueLe: jourCivilSaisi(),
  recueHeure: heureSaisie(),
  urgence: choixSaisi(LIBELLE_URGENCE, 'Dites l’urgence.'),
  ...source,
  ...foyerEtFaits,
  /** Le brouillon dont elle vient : il disparaît avec elle. */
  brouillonId: identifiantFacultatif(),
});
export type InformationSaisie = z.output<typeof InformationSaisie>;

const sur = {
  id: Identifiant,
  version: versionSaisie,
  motif: texteSaisi('Dites ce qui est corrigé et pourquoi.', 500),
};

/** Corriger le foyer et les faits : qui conduit l'information. */
export const CorrectionSaisie = z.object({ ...sur, ...foyerEtFaits });
export type CorrectionSaisie = z.output<typeof CorrectionSaisie>;

/** Corriger la réception et qui a transmis : la cellule. Le délai court du jour corrigé. */
export const ReceptionSaisie = z.object({ ...sur, recueLe: jourCivilSaisi(), recueHeure: heureSaisie(), ...source });
export type ReceptionSaisie = z.output<typeof ReceptionSaisie>;

/** La catégorie dite, sinon celle de la source : elle commande l'information due en retour (IP-024 à IP-026). */
export function getCategorie({
  source: code,
  categorieSource,
}: Pick<InformationSaisie, 'source' | 'categorieSource'>): CategorieSource {
  return categorieSource ?? SOURCES[code].categorie;
}
