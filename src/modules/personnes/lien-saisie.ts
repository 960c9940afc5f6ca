import { z } from 'zod';
import {
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  texteFacultatif,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { identiteSaisie, isNaissanceCoherente, NAISSANCE_INCOHERENTE } from './identite-saisie.ts';
import { Filiation, isParent, LIBELLE_LIEN_QUALITE } from './lien.ts';

const champs = {
  enfantId: Identifiant,
  qualite: choixSaisi(LIBELLE_LIEN_QUALITE, 'Dites qui est cette personne pour l’enfant.'),
  filiation: z.preprocess((brut) => (brut === '' || brut === undefined ? null : brut), Filiation.nullable()),
  du: jourCivilSaisi(),
  au: jourFacultatif(),
  commentaire: texteFacultatif(1000),
};

const FILIATION_MANQUE = {
  error: 'Un parent a une filiation : choisissez-la, même « non établie ».',
  path: ['filiation'],
};

function isFiliationDite({
  qualite,
  filiation,
}: {
  qualite: z.infer<typeof champs.qualite>;
  filiation: Filiation | null;
}): boolean {
  return !isParent(qualite) || filiation !== null;
}

/** Une personne déjà connue. */
export const LienSaisie = z.object({ ...champs, personneId: Identifiant }).refine(isFiliationDite, FILIATION_MANQUE);
export type LienSaisie = z.infer<typeof LienSaisie>;

/** Une personne nouvelle et son lien, d'un seul geste. */
export const ProcheSaisie = z
  .object({
    ...champs,
    nom: identiteSaisie.nom,
    nomUsage: identiteSaisie.nomUsage,
    prenom: identiteSaisie.prenom,
    sexe: identiteSaisie.sexe,
    dateNaissance: identiteSaisie.dateNaissance,
    naissancePrecision: identiteSaisie.naissancePrecision.default('inconnue'),
    telephone: texteFacultatif(30),
    courriel: texteFacultatif(254),
    menageId: identifiantFacultatif(),
  })
  .refine(isFiliationDite, FILIATION_MANQUE)
  .refine(isNaissanceCoherente, NAISSANCE_INCOHERENTE);
export type ProcheSaisie = z.infer<typeof ProcheSaisie>;

export const FinDeLienSaisie = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
