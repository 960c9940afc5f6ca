import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/organisation/web/${fichier}`;

export default [
  route('organisation', page('organisation.tsx')),
  route('organisation/unites/nouvelle', page('unites/saisie.tsx'), { id: 'unite-nouvelle' }),
  route('organisation/unites/:id', page('unites/fiche.tsx')),
  route('organisation/unites/:id/modifier', page('unites/saisie.tsx'), { id: 'unite-modifier' }),
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
  route('organisation/delegations', page('delegations/par-acte.tsx')),
  route('organisation/delegations/liste', page('delegations/liste.tsx')),
  route('organisation/delegations.xlsx', page('delegations/classeur.ts')),
  route('organisation/delegations/nouvelle', page('delegations/nouvelle.tsx')),
  route('organisation/parametres', page('parametres/liste.tsx')),
  route('organisation/parametres/:cle', page('parametres/regler.tsx')),
  route('organisation/communes', page('communes/liste.tsx')),
  route('organisation/communes.xlsx', page('communes/classeur.ts')),
  route('organisation/communes/:code/confier', page('communes/confier.tsx')),
  route('organisation/jours-feries', page('jours-feries.tsx')),
  route('organisation/terminer/:quoi/:id', page('terminer.tsx')),
  route('organisation/avis', page('avis.tsx')),
] satisfies RouteConfigEntry[];
