/**
 * Le quota de catégorie 1, sur le mois civil.
 *
 * Ce que dit le texte : la moyenne mensuelle des professionnels de catégorie 1 vaut au moins 40 % de l'effectif mensuel de référence,
 * qui est la moyenne de l'effectif minimal (R2324-42 et R2324-43 I, CAP-10).
 * Comment il est lu ici : la référence est l'effectif que la règle exigeait, jamais celui qui était là ; les deux moyennes se prennent sur
 * les mêmes quarts d'heure, ceux où des enfants sont attendus. On compare des sommes : la division ne change pas le sens.
 * Non traité : les modalités de l'arrêté, qui n'a pas été lu.
 */
import type { Bareme } from '#modules/encadrement/index.ts';

/** Sommes, sur les quarts d'heure d'un mois : l'effectif minimal et la catégorie 1 présente. */
export type MoisDeQuarts = Readonly<{ quarts: number; requis: number; cat1: number }>;
export type Quota = Readonly<{
  /** Centièmes de professionnel : 520 vaut 5,20. */
  reference: number;
  cat1: number;
  /** En centièmes de pour cent, arrondi au-dessous. Nul : aucun enfant attendu du mois. */
  part: number | null;
  tenu: boolean;
}>;

export function computeQuota({ quarts, requis, cat1 }: MoisDeQuarts, { quota }: Bareme): Quota {
  const moyenne = (somme: number) => (quarts === 0 ? 0 : Math.round((somme * 100) / quarts));
  return {
    reference: moyenne(requis),
    cat1: moyenne(cat1),
    part: requis === 0 ? null : Math.trunc((cat1 * 10_000) / requis),
    tenu: cat1 * 100 >= requis * quota,
  };
}
