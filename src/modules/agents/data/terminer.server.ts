import type { Contexte } from '#database/as-agent.ts';
import { findDelegation } from '#modules/delegations/index.server.ts';
import { canRecordDelegation, formatActe } from '#modules/delegations/index.ts';
import { findUnite } from '#modules/organisation/index.server.ts';
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { findAffectation } from './affectations-commands.server.ts';
import { findAgent } from './agents.server.ts';
import { findPoste } from './postes.server.ts';

export type QuoiTerminer = 'unite' | 'agent' | 'poste' | 'affectation' | 'delegation';
export type Fin = { nom: string; version: number; retour: string };

/** Ce à quoi on veut mettre fin : comment le nommer, sa version, où revenir. Absent si l'agent n'en a pas le droit. */
export async function findFin(contexte: Contexte, quoi: QuoiTerminer, id: string): Promise<Fin | undefined> {
  const { agent } = contexte;
  const permis = quoi === 'delegation' ? canRecordDelegation(agent) : canUpdateOrganisation(agent);
  return permis && isIdentifiant(id) ? LECTURES[quoi](contexte, id) : undefined;
}

const LECTURES: Record<QuoiTerminer, (contexte: Contexte, id: string) => Promise<Fin | undefined>> = {
  unite: async ({ tx }, id) => {
    const unite = await findUnite(tx, id);
    return unite && { nom: unite.nom, version: unite.version, retour: `/organisation/unites/${id}` };
  },
  agent: async ({ tx }, id) => {
    const agent = await findAgent(tx, id);
    return (
      agent && { nom: formatNom(agent.nom, agent.prenom), version: agent.version, retour: `/organisation/agents/${id}` }
    );
  },
  poste: async ({ tx }, id) => {
    const poste = await findPoste(tx, id);
    return (
      poste && {
        nom: `${poste.intitule} (${poste.numero})`,
        version: poste.version,
        retour: `/organisation/postes/${id}`,
      }
    );
  },
  affectation: async ({ tx }, id) => {
    const affectation = await findAffectation(tx, id);
    if (!affectation) return undefined;
    const [agent, poste] = [await findAgent(tx, affectation.agentId), await findPoste(tx, affectation.posteId)];
    const nom = [agent && formatNom(agent.nom, agent.prenom), poste?.intitule].filter(Boolean).join(', ');
    return { nom, version: affectation.version, retour: `/organisation/postes/${affectation.posteId}` };
  },
  delegation: async ({ tx, aujourdhui }, id) => {
    const delegation = await findDelegation(tx, id, aujourdhui);
    if (!delegation) return undefined;
    const nom = `${delegation.agentNom}, ${formatActe(delegation.acte)}`;
    return { nom, version: delegation.version, retour: '/organisation/delegations/liste' };
  },
};
