/** Les lignes que produit le générateur de l'organisation, colonne par colonne. */
export type LigneCommune = {
  code: string;
  nom: string;
  departementCode: string;
  codesPostaux: readonly string[];
  population: number | null;
};
export type NatureUnite = 'departement' | 'direction' | 'service' | 'territoire' | 'site' | 'eaje';
export type LigneUnite = {
  id: string;
  code: string;
  nom: string;
  nature: NatureUnite;
  parentId: string | null;
  periode: string;
  adresse: string | null;
  communeCode: string | null;
  telephone: string | null;
};
export type LigneSecteur = { id: string; communeCode: string; quartier: string; uniteId: string; periode: string };
export type LigneAgent = {
  id: string;
  matricule: string;
  nom: string;
  prenom: string;
  courriel: string;
  telephone: string;
  metier: string;
  periode: string;
};
export type LignePoste = {
  id: string;
  numero: string;
  intitule: string;
  profil: string;
  metier: string;
  uniteId: string;
  responsableId: string | null;
  quotite: number;
  periode: string;
};
export type LigneAffectation = {
  id: string;
  posteId: string;
  agentId: string;
  nature: 'titulaire' | 'interim' | 'remplacement';
  periode: string;
};
export type LigneAbsence = { id: string; agentId: string; periode: string };
export type LigneMotif = { absenceId: string; motif: string; commentaire: string | null };
export type LigneDelegation = {
  id: string;
  agentId: string;
  acte: string;
  uniteId: string;
  periode: string;
  arreteNumero: string;
  arreteLe: string;
  suppleance: boolean;
};
export type LigneParametre = {
  id: string;
  cle: string;
  valeur: string;
  periode: string;
  confiance: string;
  source: string;
};
