/**
 * Transférer une information au département où vit désormais la famille (IP-036).
 *
 * Ce que dit le texte : le président qui reçoit ou évalue transmet au département d'accueil, et en informe les parents (CASF L221-3,
 * lu en partie : à confirmer).
 * Comment il est lu ici : sans parents informés, on avertit, on n'arrête rien. L'accusé de réception se suit jusqu'à ce qu'il arrive.
 * Non traité : le délai du transfert, que le texte veut sans retard et que rien ne date, le jour où l'on apprend le déménagement n'étant
 * pas inscrit ; l'accord préalable des parents, que le texte lie à la poursuite de l'aide et non à l'information préoccupante.
 */
import { CASF_L221_3 } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';

export function evaluateTransfert({ parentsInformesLe }: { parentsInformesLe: JourCivil | null }): Verdict {
  return parentsInformesLe === null
    ? oppose('Les parents sont informés du transfert : dites quand, dès que c’est fait.', [CASF_L221_3])
    : accepte();
}
