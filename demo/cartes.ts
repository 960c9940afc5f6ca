import { buildAgents } from './organisation/agents.ts';
import { buildEffectifs } from './organisation/effectifs.ts';
import { buildUnites } from './organisation/unites.ts';
import type { Commande } from './parametres/profils.ts';

/** Une carte de la page de connexion : un rôle, la personne fictive qui le tient, ce qu'on y verra. */
export type Carte = {
  cle: string;
  titre: string;
  agentId: string;
  nom: string;
  courriel: string;
  poste: string;
  phrase: string;
};

const ROLES: readonly { cle: string; titre: string; phrase: string }[] = [
  {
    cle: 'cadre-territorial',
    titre: 'Cadre territorial ASE',
    phrase: 'Encadre les référents et décide des prestations sur son territoire.',
  },
  { cle: 'referent', titre: 'Référent éducatif', phrase: 'Suit au quotidien les enfants qui lui sont confiés.' },
  {
    cle: 'responsable-territoire',
    titre: 'Responsable de territoire enfance',
    phrase: 'Pilote l’activité et les équipes de tout un territoire.',
  },
  {
    cle: 'chef-pole',
    titre: 'Chef du pôle protection de l’enfance',
    phrase: 'Garantit les missions de l’ASE pour le département.',
  },
  {
    cle: 'chef-projet',
    titre: 'Chef de projet stratégie',
    phrase: 'Pilote la stratégie contractualisée, sans voir aucun dossier.',
  },
  {
    cle: 'petite-enfance',
    titre: 'Responsable de territoire petite enfance',
    phrase: 'Fait vivre les crèches de son territoire.',
  },
  {
    cle: 'responsable-creche',
    titre: 'Responsable de crèche',
    phrase: 'Accueille les enfants et tient l’équipe d’une crèche.',
  },
  { cle: 'crip', titre: 'Agent de la CRIP', phrase: 'Reçoit et qualifie les informations préoccupantes.' },
  { cle: 'evaluateur', titre: 'Évaluateur', phrase: 'Rencontre les familles et évalue le danger.' },
  {
    cle: 'inspecteur',
    titre: 'Inspecteur enfance',
    phrase: 'Décide par délégation du président du conseil départemental.',
  },
  { cle: 'psychologue', titre: 'Psychologue', phrase: 'Éclaire les situations pour lesquelles l’équipe le sollicite.' },
  {
    cle: 'administrateur',
    titre: 'Administrateur fonctionnel',
    phrase: 'Tient l’organisation, les comptes et les reprises de données.',
  },
  {
    cle: 'directrice',
    titre: 'Directrice enfance-famille',
    phrase: 'Répond de la politique de l’enfance du département.',
  },
  {
    cle: 'sans-mission',
    titre: 'Agent sans mission',
    phrase: 'Travaille au service administratif et ne voit aucun enfant.',
  },
];

/** Les cartes d'un jeu, refaites à partir de la commande seule : la page de connexion n'a pas besoin de la base. */
export function buildCartes(commande: Commande): Carte[] {
  const unites = buildUnites(commande);
  const { agents, occupations } = buildAgents(commande, unites, buildEffectifs(commande, unites));
  return ROLES.map(({ cle, titre, phrase }) => {
    const occupation = occupations.find((o) => o.decrit.carte === cle && o.au === null);
    const agent = agents.find((a) => a.id === occupation?.agentId);
    if (!occupation || !agent) throw new Error(`Personne ne tient le rôle de démonstration « ${cle} »`);
    return {
      cle,
      titre,
      agentId: agent.id,
      nom: `${agent.prenom} ${agent.nom}`,
      courriel: agent.courriel,
      poste: occupation.decrit.intitule,
      phrase,
    };
  });
}
