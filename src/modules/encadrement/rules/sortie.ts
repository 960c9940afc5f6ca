/**
 * L'effectif d'une sortie.
 *
 * Ce que dit le texte : hors de l'établissement, un professionnel pour cinq enfants (R2324-43-2, CAP-12), jamais moins de deux, dont un de
 * catégorie 1 dans une crèche de plus de vingt-quatre places (R2324-43-1, CAP-11).
 * Comment il est lu ici : un accompagnant compte s'il est de catégorie 1 ou 2 et en poste du début à la fin de la sortie ; un enfant, s'il
 * est attendu une minute de la sortie. Le seul d'une micro-crèche (CAP-11b) ne vaut que dans ses murs : en sortie, ils sont deux.
 * Non traité : les parents et bénévoles qui accompagnent, que le texte ne compte pas ; le trajet.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import type { AccueilAttendu, CrecheOuverte, PosteDuJour, Sortie } from '../prevision.ts';
import { getBareme } from './bareme.ts';
import { computeEffectifSortie, computeManquants, type Effectif } from './effectif-requis.ts';
import { CSP_R2324_43_1, CSP_R2324_43_2 } from './textes.ts';

export type SortieJugee = Readonly<{
  sortie: Sortie;
  /** Enfants attendus, accompagnants qui comptent, et de catégorie 1. */
  enfants: number;
  comptent: number;
  comptentCat1: number;
  requis: Effectif;
  /** Professionnels à ajouter. */
  manque: number;
  verdict: Verdict;
}>;

type Jour = Readonly<{ sortie: Sortie; accueils: readonly AccueilAttendu[]; postes: readonly PosteDuJour[] }>;

/** `postes` : la sortie déjà inscrite dans leurs heures. */
export function evaluateSortie(
  { places }: Pick<CrecheOuverte, 'places'>,
  jour: JourCivil,
  { sortie, accueils, postes }: Jour,
): SortieJugee {
  const enfants = listEnfantsEnSortie(accueils, sortie).length;
  const avec = postes.filter((poste) => isAccompagnant(poste, sortie));
  const comptentCat1 = avec.filter(({ categorie }) => categorie === 1).length;
  const requis = computeEffectifSortie(enfants, places, getBareme(jour));
  const manque = computeManquants(requis.total, requis.cat1, avec.length, comptentCat1);
  const combien = `${enfants} enfant${enfants > 1 ? 's' : ''} en sortie : il faut ${requis.total} professionnels${requis.cat1 > 0 ? ', dont un de catégorie 1' : ''}`;
  const etapes = [`${combien} ; ${avec.length} accompagnent, dont ${comptentCat1} de catégorie 1`];
  const verdict =
    manque > 0
      ? oppose(`${combien} ; il en manque ${manque}.`, [CSP_R2324_43_2, CSP_R2324_43_1], etapes)
      : accepte(etapes);
  return { sortie, enfants, comptent: avec.length, comptentCat1, requis, manque, verdict };
}

/** Ce qui reconnaît une sortie telle qu'on l'a lue : un autre qui la change en change l'empreinte. */
export function computeEmpreinteDeSortie({ lieu, debut, fin, enfants, accompagnants }: Sortie): string {
  return JSON.stringify([lieu, debut, fin, enfants.toSorted(), accompagnants.toSorted()]);
}

/** Ceux de la sortie qui sont attendus pendant qu'elle dure, chacun une fois. */
export function listEnfantsEnSortie(accueils: readonly AccueilAttendu[], sortie: Sortie): string[] {
  const attendus = accueils.filter(({ debut, fin }) => debut < sortie.fin && sortie.debut < fin);
  const ids = new Set(attendus.map(({ enfantId }) => enfantId));
  return [...new Set(sortie.enfants)].filter((id) => ids.has(id));
}

/** Il compte dans l'effectif de la sortie : en poste d'un bout à l'autre, auprès des enfants. */
export function isAccompagnant({ professionnelId, etat, categorie, segments }: PosteDuJour, sortie: Sortie): boolean {
  return (
    sortie.accompagnants.includes(professionnelId) &&
    etat === 'PREVU' &&
    categorie !== null &&
    segments.some(({ nature, debut, fin }) => nature === 'SORTIE' && debut <= sortie.debut && sortie.fin <= fin)
  );
}
