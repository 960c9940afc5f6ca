import type { ActeDelegable } from '#modules/delegations/index.ts';
import type { Alea } from '../alea.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import type { LigneDelegation, LigneUnite } from './lignes.ts';
import type { Organisation } from './organisation.ts';

/** Qui signe au nom du président, et par quel arrêté. */
export type Signataire = { agentId: string; arrete: string };

/** Un arrêté : qui, pour quelles unités, de quand à quand ; plus l'unité est basse, plus le signataire est proche. */
type Pouvoir = Signataire & { uniteId: string; du: Numero; au: Numero; rang: number };

export type Signataires = {
  /** Quelqu'un dont l'arrêté vaut ce jour pour tous ces actes dans cette unité : le plus proche, trois fois sur quatre. */
  find: (alea: Alea, actes: readonly ActeDelegable[], uniteId: string, le: Numero) => Signataire | null;
};

export function createSignataires(organisation: Organisation): Signataires {
  const ascendants = createAscendants(organisation.unites);
  const lignes = organisation.lots.find(({ table }) => table === 'organisation.delegation')?.lignes ?? [];
  const pouvoirs = new Map<string, Pouvoir[]>();
  for (const ligne of lignes as readonly LigneDelegation[]) {
    const siens = pouvoirs.get(ligne.acte);
    const pouvoir = createPouvoir(ligne, ascendants(ligne.uniteId).length);
    if (siens) siens.push(pouvoir);
    else pouvoirs.set(ligne.acte, [pouvoir]);
  }
  const listValables = (acte: ActeDelegable, unites: readonly string[], le: Numero) =>
    (pouvoirs.get(acte) ?? []).filter((p) => p.du <= le && le <= p.au && unites.includes(p.uniteId));
  return {
    find: (alea, [premier, ...autres], uniteId, le) => {
      if (!premier) return null;
      const unites = ascendants(uniteId);
      const valables = listValables(premier, unites, le).filter(({ agentId, arrete }) =>
        autres.every((acte) =>
          listValables(acte, unites, le).some((p) => p.agentId === agentId && p.arrete === arrete),
        ),
      );
      if (valables.length === 0) return null;
      const plusBas = Math.max(...valables.map(({ rang }) => rang));
      const proches = valables.filter(({ rang }) => rang === plusBas);
      const { agentId, arrete } = alea.choix(alea.chance(0.75) ? proches : valables);
      return { agentId, arrete };
    },
  };
}

function createPouvoir({ agentId, arreteNumero, uniteId, periode }: LigneDelegation, rang: number): Pouvoir {
  const [du = '', au = ''] = periode.slice(1, -1).split(',');
  return {
    agentId,
    arrete: arreteNumero,
    uniteId,
    rang,
    du: parseNumero(du),
    au: au === '' ? Number.POSITIVE_INFINITY : parseNumero(au),
  };
}

/** L'unité et celles dont elle dépend. */
function createAscendants(unites: readonly LigneUnite[]): (uniteId: string) => readonly string[] {
  const parents = new Map(unites.map(({ id, parentId }) => [id, parentId]));
  const connus = new Map<string, string[]>();
  return (uniteId) => {
    const connu = connus.get(uniteId);
    if (connu) return connu;
    const chaine: string[] = [];
    for (let id: string | null = uniteId; id !== null; id = parents.get(id) ?? null) chaine.push(id);
    connus.set(uniteId, chaine);
    return chaine;
  };
}
