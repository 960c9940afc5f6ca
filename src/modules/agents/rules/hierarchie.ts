/**
 * Le supérieur d'un agent un jour donné.
 *
 * Usage administratif, lu ici : chaque poste désigne le poste dont il dépend ; le supérieur est qui tient ce poste ce jour,
 * titulaire d'abord, sinon intérimaire ou remplaçant. Poste vacant : on remonte au suivant. On n'est pas son propre
 * supérieur : qui assure l'intérim du poste au-dessus du sien relève du poste suivant.
 * Non traité : le supérieur fonctionnel distinct du hiérarchique.
 */

import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, type Periode } from '#shared/periode.ts';
import type { NatureAffectation } from '../affectation.ts';

export type Tenue = Periode & { agentId: string; nom: string; nature: NatureAffectation; absent: boolean };
export type PosteEnHierarchie = {
  id: string;
  intitule: string;
  responsableId: string | null;
  tenues: readonly Tenue[];
};
export type Superieur = { agentId: string; nom: string; posteId: string; intitule: string; absent: boolean };

const RANG: Record<NatureAffectation, number> = { titulaire: 0, interim: 1, remplacement: 2 };

/** Remonte depuis un poste. Sans supérieur trouvé, `superieur` est absent ; `etapes` dit toujours pourquoi. */
export function findSuperieur(
  postes: readonly PosteEnHierarchie[],
  { posteId, agentId, jour }: { posteId: string; agentId: string; jour: JourCivil },
): { superieur: Superieur | undefined; etapes: string[] } {
  const parId = new Map(postes.map((poste) => [poste.id, poste]));
  const vus = new Set<string>([posteId]);
  const etapes: string[] = [];
  let suivant = parId.get(posteId)?.responsableId ?? null;
  while (suivant !== null && !vus.has(suivant)) {
    vus.add(suivant);
    const poste = parId.get(suivant);
    if (!poste) break;
    const tenue = findTenue(poste, jour, agentId);
    if (tenue) {
      etapes.push(`${poste.intitule} : ${tenue.nom}${tenue.absent ? ', absent ce jour' : ''}.`);
      const { agentId: id, nom, absent } = tenue;
      return { superieur: { agentId: id, nom, posteId: poste.id, intitule: poste.intitule, absent }, etapes };
    }
    etapes.push(`${poste.intitule} : personne d’autre ne tient ce poste le ${formatJour(jour, 'long')}, on remonte.`);
    suivant = poste.responsableId;
  }
  if (etapes.length === 0) etapes.push('Ce poste ne dépend d’aucun autre.');
  return { superieur: undefined, etapes };
}

function findTenue(poste: PosteEnHierarchie, jour: JourCivil, sauf: string): Tenue | undefined {
  return poste.tenues
    .filter((tenue) => tenue.agentId !== sauf && containsJour(tenue, jour))
    .sort((a, b) => Number(a.absent) - Number(b.absent) || RANG[a.nature] - RANG[b.nature])[0];
}

/** Vrai si faire dépendre `posteId` de `responsableId` ferait tourner la hiérarchie en rond. */
export function hasBoucle(
  postes: readonly Pick<PosteEnHierarchie, 'id' | 'responsableId'>[],
  posteId: string,
  responsableId: string | null,
): boolean {
  const parId = new Map(postes.map((poste) => [poste.id, poste.responsableId]));
  const vus = new Set<string>();
  for (let suivant = responsableId; suivant !== null && !vus.has(suivant); suivant = parId.get(suivant) ?? null) {
    if (suivant === posteId) return true;
    vus.add(suivant);
  }
  return false;
}
