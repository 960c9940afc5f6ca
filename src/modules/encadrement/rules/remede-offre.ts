/**
 * Le dernier remède : accueillir moins d'enfants à ces heures.
 *
 * Ce que dit le texte : l'effectif se calcule sur les enfants effectivement présents (R2324-43, CAP-08) ; le plancher de deux professionnels,
 * et la catégorie 1 des crèches de plus de vingt-quatre places, ne cèdent pas à moins d'enfants (R2324-43-1, CAP-11).
 * Comment il est lu ici : on compte d'abord les accueils occasionnels de ces heures, qui peuvent se refuser ; un accueil d'urgence et un
 * contrat ne se refusent pas sans la famille.
 * Non traité : le choix des enfants, qui n'appartient qu'à l'équipe.
 */

import type { Barreau, Situation } from '../remede.ts';
import { getBareme } from './bareme.ts';
import { computePlafond, computePoids, computeTenue } from './effectif-requis.ts';
import { computeManqueDuQuart, listSousTaux } from './manque.ts';
import { computeQuartsTouches, formatPlages, listPlages, listQuartsOu } from './quarts.ts';
import { CSP_R2324_43, CSP_R2324_43_1, ECHELLE_DES_REMEDES } from './textes.ts';

export function buildOffreReduite(situation: Situation): Barreau {
  const { journee } = situation;
  const aReduire = listSousTaux(journee).flatMap((quart) => {
    const nombre = computeEnfantsDeTrop(situation, quart);
    return nombre === null ? [] : [{ quart, nombre }];
  });
  const motif =
    'Moins d’enfants n’y changerait rien : c’est le plancher de deux professionnels, ou la catégorie 1, qui manque.';
  if (aReduire.length === 0) return { mouvements: [], motif };
  const requis = new Int16Array(journee.nombre);
  for (const { quart } of aReduire) requis[quart] = -computeManqueDuQuart(journee, quart);
  const nombre = Math.max(...aReduire.map((reduit) => reduit.nombre));
  const heures = formatPlages(
    listPlages(
      journee,
      aReduire.map(({ quart }) => quart),
    ),
  );
  const refusables = aReduire.every((reduit) => countOccasionnels(situation, reduit.quart) >= reduit.nombre);
  const combien = nombre === 1 ? 'un enfant' : `${nombre} enfants`;
  return {
    mouvements: [
      {
        nature: 'OFFRE',
        professionnelId: null,
        phrase: refusables
          ? `Ne pas prendre ${nombre === 1 ? 'un accueil occasionnel' : `${nombre} accueils occasionnels`}, ${heures}`
          : `Accueillir ${combien} de moins, ${heures}, avec l’accord des familles`,
        derangement: nombre,
        effet: { requis },
        vacations: [],
        ...(refusables ? {} : { dernierRecours: true as const }),
        textes: [CSP_R2324_43, CSP_R2324_43_1, ECHELLE_DES_REMEDES],
      },
    ],
    motif,
  };
}

/** Combien d'enfants de moins rendraient ce quart d'heure au taux ; nul si ce n'est pas une question de nombre. */
function computeEnfantsDeTrop({ creche, journee }: Situation, quart: number): number | null {
  const bareme = getBareme(journee.jour);
  const prevus = journee.prevus[quart] ?? 0;
  if (prevus < bareme.plancher.professionnels) return null;
  if ((journee.prevusCat1[quart] ?? 0) < (journee.requisCat1[quart] ?? 0)) return null;
  const presents = { nm: journee.surPlace.nm[quart] ?? 0, m: journee.surPlace.m[quart] ?? 0 };
  const exces = computePoids(creche.methode, presents, bareme) - prevus * computeTenue(creche.methode, bareme);
  if (exces <= 0) return null;
  const parEnfant = computePoids(creche.methode, presents.nm > 0 ? { nm: 1, m: 0 } : { nm: 0, m: 1 }, bareme);
  return computePlafond(exces, parEnfant);
}

function countOccasionnels({ accueils, journee }: Situation, quart: number): number {
  return listQuartsOu(accueils.length, (rang) => {
    const accueil = accueils[rang];
    if (accueil?.nature !== 'OCCASIONNEL') return false;
    const [de, a] = computeQuartsTouches(journee, accueil);
    return de <= quart && quart < a;
  }).length;
}
