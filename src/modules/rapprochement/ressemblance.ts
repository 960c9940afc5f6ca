/** Deux identités mises côte à côte : ce qui se compare, et ce que l'on en dit. */

/** Ce que l'on peut savoir d'une personne, tel qu'écrit. Tout peut manquer ; la date peut n'être qu'une année ou un mois. */
export type IdentiteComparee = {
  readonly nom?: string | null;
  readonly nomUsage?: string | null;
  readonly prenom?: string | null;
  readonly dateNaissance?: string | null;
  readonly sexe?: string | null;
  readonly adresse?: string | null;
  readonly codePostal?: string | null;
  readonly commune?: string | null;
  readonly telephone?: string | null;
};

/** `certain` et `probable` valent rapprochement ; `a-verifier` se montre à qui veut tout voir. */
export type VerdictDeRessemblance = 'certain' | 'probable' | 'a-verifier' | 'different';

/** Ce qui pèse, et de combien : un point double les chances que ce soit la même personne, un point de moins les divise par deux. */
export type Raison = { texte: string; points: number };

/** `score` : la probabilité que ce soit la même personne ; elle vaut 1 / (1 + 2^−somme des points). */
export type Ressemblance = { score: number; verdict: VerdictDeRessemblance; raisons: Raison[] };

/** Score à partir duquel chaque verdict est rendu. */
export const SEUILS = { certain: 0.98, probable: 0.5, 'a-verifier': 0.02 } as const;

export const LIBELLE_VERDICT: Record<Exclude<VerdictDeRessemblance, 'different'>, string> = {
  certain: 'presque sûrement la même personne',
  probable: 'sans doute la même personne',
  'a-verifier': 'à vérifier',
};

/** Ce qui compte comme un rapprochement : assez pour arrêter quelqu'un qui allait créer une fiche. */
export function isRapprochee({ verdict }: Pick<Ressemblance, 'verdict'>): boolean {
  return verdict === 'certain' || verdict === 'probable';
}
