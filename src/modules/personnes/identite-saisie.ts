import { z } from 'zod';
import { choixSaisi, jourFacultatif, texteFacultatif, texteSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { LIBELLE_AUTRE_NOM_NATURE, LIBELLE_NAISSANCE_PRECISION, LIBELLE_SEXE } from './personne.ts';

/** Ce qu'on tape de l'identité d'une personne, enfant ou adulte. */
export const identiteSaisie = {
  nom: texteSaisi('Indiquez le nom.', 100),
  nomUsage: texteFacultatif(100),
  prenom: texteSaisi('Indiquez le prénom.', 100),
  autresPrenoms: texteFacultatif(200),
  sexe: choixSaisi(LIBELLE_SEXE, 'Choisissez le sexe, ou « non renseigné ».'),
  dateNaissance: jourFacultatif(),
  naissancePrecision: choixSaisi(LIBELLE_NAISSANCE_PRECISION, 'Dites ce que vaut cette date de naissance.'),
  lieuNaissance: texteFacultatif(120),
};

type Naissance = { dateNaissance: string | null; naissancePrecision: string };

/** Une date sans précision, ou l'inverse, ne se lit pas : le champ en faute est nommé. */
export function isNaissanceCoherente({ dateNaissance, naissancePrecision }: Naissance): boolean {
  return (dateNaissance === null) === (naissancePrecision === 'inconnue');
}
export const NAISSANCE_INCOHERENTE = {
  error: 'Donnez une date, même approchée, ou choisissez « date inconnue ».',
  path: ['dateNaissance'],
};

export const IdentiteSaisie = z
  .object({
    id: Identifiant,
    version: versionSaisie,
    ...identiteSaisie,
    telephone: texteFacultatif(30),
    courriel: texteFacultatif(254),
    dateDeces: jourFacultatif(),
  })
  .refine(isNaissanceCoherente, NAISSANCE_INCOHERENTE);
export type IdentiteSaisie = z.infer<typeof IdentiteSaisie>;

export const AutreNomSaisie = z.object({
  personneId: Identifiant,
  nature: choixSaisi(LIBELLE_AUTRE_NOM_NATURE, 'Choisissez de quel nom il s’agit.'),
  nom: texteSaisi('Indiquez le nom.', 100),
  prenom: texteFacultatif(100),
});
export type AutreNomSaisie = z.infer<typeof AutreNomSaisie>;
