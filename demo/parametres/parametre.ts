/**
 * Une donnée de calibrage garde d'où elle vient et ce qu'elle vaut :
 * A lue dans une source publique, B calculée à partir de A, C savoir métier à faire valider par un pilote.
 * Une donnée C ne s'affiche jamais comme un chiffre officiel.
 */
export type Confiance = 'A' | 'B' | 'C';
export type Parametre<T> = { readonly valeur: T; readonly source: string; readonly confiance: Confiance };

export const defineParametre = <T>(valeur: T, confiance: Confiance, source: string): Parametre<T> => ({
  valeur,
  source,
  confiance,
});

/** Des parts dont la somme vaut 1 (à l'arrondi près), par code. */
export type Parts<C extends string = string> = Readonly<Record<C, number>>;

export type ModeAccueil = 'accueil-familial' | 'etablissement' | 'autre';

/** Ce qui distingue un département d'un autre (« à la manière de » : aucun profil ne décrit un département réel). */
export type ParametresProfil = {
  habitants: Parametre<number>;
  moinsDe18: Parametre<number>;
  moinsDe21: Parametre<number>;
  mesures: Parametre<number>;
  accueils: Parametre<number>;
  aed: Parametre<number>;
  aemo: Parametre<number>;
  modesAccueil: Parametre<Parts<ModeAccueil>>;
  assistantsFamiliaux: Parametre<number>;
  referentsAse: Parametre<number>;
  structures: Parametre<number>;
  places: Parametre<number>;
  partMna: Parametre<number>;
  partJeunesMajeurs: Parametre<number>;
  informationsPreoccupantesParAn: Parametre<number>;
  evaluationsParAn: Parametre<number>;
  evaluationMoyenneJours: Parametre<number>;
  evaluationsEnAttente: Parametre<number>;
  aemoEnAttente: Parametre<{ part: number; mois: number }>;
  placementsNonExecutes: Parametre<number>;
  oppParquetParAn: Parametre<number>;
  echeancesJudiciairesParAn: Parametre<number>;
  lignesOlinpeParAn: Parametre<number>;
  depenseAccueilParJeune: Parametre<number>;
  ppeAJour: Parametre<number>;
};
