/** L'importation : un fichier reçu, essayé à blanc, repris, et que l'on peut défaire. */
import { z } from 'zod';

export const NATURES_IMPORTATION = {
  organisation: 'Organisation : unités, postes, communes desservies',
  agents: 'Agents et leurs affectations',
  personnes: 'Personnes',
  enfants: 'Enfants, leurs parents et leur adresse',
} as const;
export type NatureImportation = keyof typeof NATURES_IMPORTATION;
export const NatureImportation = z.enum(Object.keys(NATURES_IMPORTATION) as [NatureImportation], {
  error: 'Choisissez ce que contient le fichier.',
});

export const ETATS_IMPORTATION = {
  'a-analyser': 'En attente d’essai à blanc',
  'en-analyse': 'Essai à blanc en cours',
  analysee: 'Essayé à blanc, rien n’est écrit',
  'a-executer': 'En attente de reprise',
  'en-execution': 'Reprise en cours',
  executee: 'Repris',
  'a-annuler': 'En attente d’annulation',
  'en-annulation': 'Annulation en cours',
  annulee: 'Annulé',
  illisible: 'Fichier illisible',
  interrompue: 'Interrompu',
} as const;
export type EtatImportation = keyof typeof ETATS_IMPORTATION;

/** Le travail avance tout seul : la page se relit. */
export function isEnCours(etat: EtatImportation): boolean {
  return etat.startsWith('a-') || etat.startsWith('en-');
}

export const ETATS_LIGNE = {
  creee: 'À créer',
  modifiee: 'À modifier',
  inchangee: 'Inchangée',
  douteuse: 'Douteuse',
  refusee: 'Refusée',
} as const;
export type EtatLigne = keyof typeof ETATS_LIGNE;

export const DECISIONS = {
  creer: 'Créer quand même',
  lier: 'C’est cette fiche : la compléter',
  ignorer: 'Ne pas reprendre cette ligne',
} as const;
export type Decision = keyof typeof DECISIONS;

/** Pourquoi une ligne est refusée ; `colonne` est le titre dans le fichier, vide pour la ligne entière. */
export type RefusDeColonne = { colonne: string; motif: string };

/** Une fiche qui ressemble. `libelle` ne dit jamais un nom d'enfant : un numéro, un matricule, un code. */
export type Candidat = { id: string; libelle: string; raison: string };

/** Ce qui change dans une fiche déjà là, en clair. */
export type Ecart = { champ: string; avant: string; apres: string };

/** Colonne ajoutée au fichier des lignes refusées ; ignorée quand on le dépose à nouveau. */
export const COLONNE_MOTIF = 'Motif du refus';

/** « Né(e) le : cette date n'existe pas. » */
export function formatMotifs(refus: readonly RefusDeColonne[]): string {
  return refus.map(({ colonne, motif }) => (colonne ? `${colonne} : ${motif}` : motif)).join(' ');
}
