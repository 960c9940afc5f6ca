import type { Habilitation, Profil } from './habilitation.ts';

/** L'agent au nom de qui la transaction est ouverte, tel que la base l'a reconnu (`acces.ouvrir`). */
export type AgentEnSession = {
  id: string;
  nom: string;
  prenom: string;
  courriel: string | null;
  metier: string;
  poste: string | null;
  uniteId: string | null;
  uniteNom: string | null;
  profils: Profil[];
  habilitations: Habilitation[];
  /** Unités de son périmètre, descendance comprise. */
  unites: string[];
  demo: boolean;
  jetonApi?: string;
};

export function canDo(agent: AgentEnSession, habilitation: Habilitation): boolean {
  return agent.habilitations.includes(habilitation);
}
