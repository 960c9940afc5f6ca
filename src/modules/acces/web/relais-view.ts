import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { RelaisLu } from '../data/relais-queries.server.ts';
import { evaluateEtatRelais, LIBELLE_ETAT_RELAIS } from '../rules/relais.ts';

const TON: Record<keyof typeof LIBELLE_ETAT_RELAIS, Ton> = {
  'en-cours': 'accent',
  'a-venir': 'attente',
  fini: 'neutre',
};

/** Un relais montré : entre qui, quand, pourquoi, et s'il peut encore s'arrêter d'ici. */
function buildLigne(relais: RelaisLu, moi: AgentEnSession, jour: JourCivil) {
  const etat = evaluateEtatRelais(relais, jour);
  return {
    ...relais,
    quand: `du ${formatJour(relais.du, 'court')} au ${formatJour(relais.au, 'court')}`,
    etat: LIBELLE_ETAT_RELAIS[etat],
    ton: TON[etat],
    arretable: etat !== 'fini' && relais.relaisId !== moi.id,
  };
}
export type RelaisVu = ReturnType<typeof buildLigne>;

/** Ceux que l'on tient, ceux que l'on donne, ceux de son équipe. */
export function buildRelais(relais: readonly RelaisLu[], moi: AgentEnSession, jour: JourCivil) {
  const vus = relais.map((lu) => buildLigne(lu, moi, jour));
  return {
    confies: vus.filter(({ agentId }) => agentId === moi.id),
    tenus: vus.filter(({ relaisId }) => relaisId === moi.id),
    equipe: vus.filter(({ agentId, relaisId }) => agentId !== moi.id && relaisId !== moi.id),
  };
}
