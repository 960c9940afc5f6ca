/** Ce qu'un formulaire dit des personnes ressemblantes, et ce que le serveur en fait avant d'enregistrer. */
import { isRapprochee } from '#modules/rapprochement/index.ts';

export type RessemblancesSaisies = { distinctes: string[]; motif: string };

export function readRessemblancesSaisies(valeurs: Readonly<Record<string, string | string[]>>): RessemblancesSaisies {
  const { distinctes = [], motifDistinction = '' } = valeurs;
  return {
    distinctes: Array.isArray(distinctes) ? distinctes : [distinctes],
    motif: typeof motifDistinction === 'string' ? motifDistinction.trim() : '',
  };
}

type Trouvee = Parameters<typeof isRapprochee>[0] & { id: string };

/** Ce qui retient d'enregistrer : une personne trop ressemblante dont rien n'est dit, ou dite distincte sans raison. */
export function computeRetenue(
  trouvees: readonly Trouvee[],
  { distinctes, motif }: RessemblancesSaisies,
): Record<string, string> | null {
  const muettes = trouvees.filter((trouvee) => isRapprochee(trouvee) && !distinctes.includes(trouvee.id));
  if (muettes.length > 0)
    return {
      '': 'Cette personne est peut-être déjà connue. Ouvrez sa fiche, ou cochez « Ce n’est pas la même personne » et dites à quoi on le sait.',
    };
  return distinctes.length > 0 && motif === '' ? { motifDistinction: 'Dites à quoi on le sait.' } : null;
}

/** « +10,2 », « −3,1 » ; rien pour ce qui ne pèse pas. */
export function formatPoints(points: number): string {
  if (points === 0) return '';
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1).replace('.', ',')}`;
}
