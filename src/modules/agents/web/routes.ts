import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/agents/web/${fichier}`;

export default [
  route('organisation', page('organisation.tsx')),
  route('organisation/unites/:id', page('unites/fiche.tsx')),
  route('organisation/agents', page('agents/liste.tsx')),
  route('organisation/agents.xlsx', page('agents/classeur.ts')),
  route('organisation/agents/nouveau', page('agents/saisie.tsx'), { id: 'agent-nouveau' }),
  route('organisation/agents/:id', page('agents/fiche.tsx')),
  route('organisation/agents/:id/modifier', page('agents/saisie.tsx'), { id: 'agent-modifier' }),
  route('organisation/agents/:id/absence', page('agents/absence.tsx')),
  route('organisation/affectations/nouvelle', page('agents/affectation.tsx')),
  route('organisation/postes', page('postes/liste.tsx')),
  route('organisation/postes.xlsx', page('postes/classeur.ts')),
  route('organisation/postes/nouveau', page('postes/saisie.tsx'), { id: 'poste-nouveau' }),
  route('organisation/postes/:id', page('postes/fiche.tsx')),
  route('organisation/postes/:id/modifier', page('postes/saisie.tsx'), { id: 'poste-modifier' }),
  route('organisation/delegations/nouvelle', page('delegations/nouvelle.tsx')),
  route('organisation/terminer/:quoi/:id', page('terminer.tsx')),
] satisfies RouteConfigEntry[];
