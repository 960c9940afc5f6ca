/** Les faits d'une évaluation que lisent ses règles, et la forme de ce qui manque à un rapport. */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { Aupres, Conclusion, IssueRencontre, LieuRencontre, MotifNonSeul, Proposition } from '../evaluation.ts';

export type MineurEvalue = { id: string; nom: string; role: 'signale' | 'autre-du-foyer'; aNaitre: boolean };

export type FaitsEvaluation = {
  mineurs: readonly MineurEvalue[];
  /** Les titulaires de l'autorité parentale connus. */
  titulaires: readonly { id: string; nom: string }[];
  rencontres: readonly {
    le: JourCivil;
    lieu: LieuRencontre;
    issue: IssueRencontre;
    titulairesPresents: boolean;
    mineurSeul: boolean;
    mineurs: readonly string[];
  }[];
  avis: readonly { aupres: Aupres; mineurId: string | null; adulteId: string | null }[];
  /** Les rubriques écrites ; une rubrique vide n'y est pas. */
  rubriques: readonly { mineurId: string | null; code: string }[];
  volets: readonly { mineurId: string; nonSeul: MotifNonSeul | null; impossibleMotif: string | null }[];
  rapport: {
    conclusion: Conclusion | null;
    proposition: Proposition | null;
    argumentaire: string | null;
    evaluationImpossible: boolean;
    sansDomicileMotif: string | null;
  };
};

/** Où l'on comble un manque. */
export type Rayon = 'rencontres' | 'raisons' | 'avis' | 'redaction' | 'conclusion';

/** Ce qui manque à un rapport, sous quelle règle, et où le combler. Un texte à confirmer ne fait qu'avertir. */
export type Manque = {
  regle: string;
  motif: string;
  textes: readonly TexteLegal[];
  rayon: Rayon;
  mineurId: string | null;
};
