/**
 * Les contacts de chaque parent, et les silences d'un an qu'ils laissent.
 *
 * Ce que dit le texte (C. civ. 381-2, al. 2) : une simple demande de nouvelles, ou une intention non suivie d'effet, n'interrompt pas le
 * délai (EXA-003).
 * Comment il est lu ici : seul un contact effectif s'inscrit. Un silence commence un an après le dernier contact d'un parent et finit au
 * suivant. Un parent dont aucun contact n'est inscrit n'est pas compté : on ne sait pas s'il est titulaire de l'autorité parentale.
 * Non traité : le parent empêché par autrui d'exercer ses relations.
 */
import { addAns, type JourCivil } from '#shared/jour-civil.ts';
import { type Dossier, derive, listFaits } from '#shared/obligation.ts';
import { DERNIER_CONTACT } from '../faits.ts';

export type Silence = { le: JourCivil; finLe: JourCivil | null };

/** Les jours de contact de chaque parent connu, du plus ancien au plus récent. */
export const listContacts = derive((dossier: Dossier): readonly (readonly JourCivil[])[] => {
  const passes = listFaits(dossier, DERNIER_CONTACT).filter(({ date }) => date <= dossier.aujourdhui);
  return (['1', '2'] as const)
    .map((parent) => passes.filter((fait) => fait.parent === parent).map(({ date }) => date))
    .filter((jours) => jours.length > 0);
});

/** Les silences d'un an d'au moins un parent, commencés au plus tard ce jour. */
export function listSilences(dossier: Dossier): Silence[] {
  return listContacts(dossier).flatMap((jours) =>
    jours.flatMap((contact, rang) => {
      const le = addAns(contact, 1);
      const finLe = jours[rang + 1] ?? null;
      return le <= dossier.aujourdhui && (finLe === null || finLe > le) ? [{ le, finLe }] : [];
    }),
  );
}
