/** Les lignes que produit le générateur des enfants, colonne par colonne. */
export type LignePersonne = {
  id: string;
  sexe: 'feminin' | 'masculin' | 'inconnu';
  nom: string;
  nomUsage: string | null;
  prenom: string;
  autresPrenoms: string | null;
  dateNaissance: string | null;
  naissancePrecision: 'exacte' | 'mois' | 'annee' | 'declaree' | 'judiciaire' | 'inconnue';
  lieuNaissance: string | null;
  dateDeces: string | null;
  telephone: string | null;
  courriel: string | null;
  creePar: string | null;
  creeLe: string;
  version: number;
};
export type LigneAutreNom = {
  id: string;
  personneId: string;
  nature: 'anterieur' | 'pseudonyme' | 'transcription' | 'autre';
  nom: string;
  prenom: string | null;
};
export type LigneEnfant = {
  id: string;
  numero: string;
  restreint: boolean;
  ouvertLe: string;
  closLe: string | null;
  creePar: string | null;
  creeLe: string;
};
export type LigneMenage = { id: string; libelle: string; creePar: string | null; creeLe: string };
export type LigneMembre = {
  id: string;
  menageId: string;
  personneId: string;
  residence: 'principale' | 'alternee' | 'occasionnelle';
  periode: string;
};
export type LigneAdresse = {
  id: string;
  menageId: string;
  voie: string | null;
  complement: string | null;
  codePostal: string | null;
  communeCode: string | null;
  communeNom: string | null;
  periode: string;
};
export type LigneLien = {
  id: string;
  enfantId: string;
  personneId: string;
  qualite: string;
  filiation: string | null;
  periode: string;
  commentaire: string | null;
};
export type LigneAutorite = {
  id: string;
  enfantId: string;
  personneId: string | null;
  organisme: string | null;
  titulaire: boolean;
  exercice: string;
  periode: string;
  fondement: string | null;
};
export type LigneStatut = { id: string; enfantId: string; code: string; periode: string; fondement: string | null };
export type LignePartenaire = {
  id: string;
  nature: string;
  nom: string;
  interlocuteur: string | null;
  telephone: string | null;
  courriel: string | null;
  communeCode: string | null;
  communeNom: string | null;
};
export type LignePartenaireEnfant = {
  id: string;
  enfantId: string;
  partenaireId: string;
  qualite: string;
  periode: string;
  commentaire: string | null;
};
export type LigneMission = {
  id: string;
  enfantId: string;
  agentId: string | null;
  uniteId: string | null;
  nature: 'referent' | 'equipe' | 'territoire' | 'evaluation';
  periode: string;
  motif: string | null;
};
export type LigneAccesNomme = { id: string; enfantId: string; agentId: string; motif: string; periode: string };

export type LigneRelais = {
  id: string;
  agentId: string;
  relaisId: string;
  periode: string;
  motif: string;
  parId: string;
  creeLe: string;
};

export type LigneBrisDeGlace = {
  id: string;
  enfantId: string;
  agentId: string;
  motif: string;
  explication: string;
  ouvertLe: string;
  expireLe: string;
  revuLe: string | null;
  revuPar: string | null;
  revue: string | null;
  revueCommentaire: string | null;
};

export type LignesEnfants = {
  personnes: LignePersonne[];
  autresNoms: LigneAutreNom[];
  enfants: LigneEnfant[];
  menages: LigneMenage[];
  membres: LigneMembre[];
  adresses: LigneAdresse[];
  liens: LigneLien[];
  autorites: LigneAutorite[];
  statuts: LigneStatut[];
  partenaires: LignePartenaire[];
  partenairesEnfants: LignePartenaireEnfant[];
  missions: LigneMission[];
  accesNommes: LigneAccesNomme[];
  brisDeGlace: LigneBrisDeGlace[];
  relais: LigneRelais[];
};

export const createLignesEnfants = (): LignesEnfants => ({
  personnes: [],
  autresNoms: [],
  enfants: [],
  menages: [],
  membres: [],
  adresses: [],
  liens: [],
  autorites: [],
  statuts: [],
  partenaires: [],
  partenairesEnfants: [],
  missions: [],
  accesNommes: [],
  brisDeGlace: [],
  relais: [],
});
