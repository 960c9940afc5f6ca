/** Porte 1, pure : le vocabulaire et les règles que d'autres modules emploient : les personnes et leurs familles. */

export { identiteSaisie, isNaissanceCoherente, NAISSANCE_INCOHERENTE } from './identite-saisie.ts';
export { Filiation, LIBELLE_FILIATION, LIBELLE_LIEN_QUALITE, LienQualite } from './lien.ts';
export { formatAdresse, LIBELLE_RESIDENCE, Residence } from './menage.ts';
export { adresseSaisie } from './menage-saisie.ts';
export { formatNumeroDeDossier } from './numero-de-dossier.ts';
export {
  AutreNomNature,
  formatAge,
  formatNaissance,
  type Identite,
  LIBELLE_NAISSANCE_PRECISION,
  LIBELLE_SEXE,
  NaissancePrecision,
  Sexe,
} from './personne.ts';
