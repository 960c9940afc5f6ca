/** Ce qu'un import déclare : ses colonnes, comment une ligne se lit, ce qui la désigne, ce qu'elle devient. */
import type { z } from 'zod';
import type { ChampAttendu } from '#documents/colonnes.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Candidat, Ecart, NatureImportation, RefusDeColonne } from '../importation.ts';

export type Colonne = ChampAttendu & {
  /** Une date : jour d'abord, numéro de série Excel, année à deux chiffres au plus `anneesAvenir` ans dans l'avenir. */
  jour?: { anneesAvenir: number };
  /** Les mots admis, normalisés → code. */
  valeurs?: Readonly<Record<string, string>>;
  aide: string;
  exemple: string;
};

/** Les tables qu'un import écrit, parents d'abord : l'ordre des insertions, et l'inverse pour défaire. */
export const RELATIONS = [
  'organisation.unite',
  'organisation.secteur',
  'organisation.agent',
  'organisation.poste',
  'organisation.affectation',
  'enfants.personne',
  'enfants.enfant',
  'enfants.menage',
  'enfants.menage_membre',
  'enfants.adresse',
  'enfants.lien',
  'enfants.mission',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Une ligne de table, ses colonnes nommées comme dans la base. */
export type LigneDeBase = Readonly<Record<string, unknown>> & { readonly id: string };

/** `avant` nul : une création. `valeurs` : les seules colonnes écrites. */
export type Ecriture = { relation: Relation; id: string; avant: LigneDeBase | null; valeurs: Record<string, unknown> };

export type Evaluation =
  | {
      etat: 'creee' | 'modifiee' | 'inchangee';
      objetId: string;
      ecarts: Ecart[];
      ecritures: Ecriture[];
      remarques: string[];
    }
  | { etat: 'douteuse'; motif: string; candidats: Candidat[] }
  | { etat: 'refusee'; refus: RefusDeColonne[] };

/** Ce qu'une personne a tranché pour cette ligne douteuse : la créer, ou la rattacher à une fiche. */
export type Choix = { decision: 'creer' } | { decision: 'lier'; objetId: string } | null;

export type Circonstances = { aujourdhui: JourCivil; parId: string | null; nouvelId: () => string };

export type ImportDefini<S, F> = {
  nature: NatureImportation;
  colonnes: readonly Colonne[];
  saisie: z.ZodType<S>;
  /** Deux lignes de même clé sont la même fiche : la seconde est refusée. */
  getCle: (saisie: S) => string | null;
  /** Deux lignes de même identité et de clés différentes se ressemblent : la seconde est douteuse. */
  getIdentite: (saisie: S) => string | null;
  /** Clés des lignes du même fichier qui doivent passer avant. */
  listReferences?: (saisie: S) => string[];
  evaluate: (saisie: S, fonds: F, circonstances: Circonstances, choix: Choix) => Evaluation;
};

export function buildRefus(colonne: string, motif: string): Evaluation {
  return { etat: 'refusee', refus: [{ colonne, motif }] };
}
