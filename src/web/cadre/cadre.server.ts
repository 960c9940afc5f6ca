import { data, type RouterContextProvider } from 'react-router';
import { agentContexte } from '#server/request-context.ts';
import { TEMOIN_FAIT } from '../page.server.ts';
import { findSaisieReprise } from '../reprise.server.ts';
import type { CadreVue } from './cadre-vue.ts';
import { findTemoin } from './preferences.ts';

type CadreArgs = { request: Request; context: Readonly<RouterContextProvider> };

/** Ce que le cadre montre de l'agent connecté, et la phrase de l'acte qu'il vient de faire. */
export async function getCadre(args: CadreArgs) {
  const { request, context } = args;
  const reprise = await findSaisieReprise(args);
  const { agent, aujourdhui } = context.get(agentContexte);
  const fait = findTemoin(request.headers.get('cookie'), TEMOIN_FAIT);
  const vue: CadreVue = {
    agent: {
      nom: `${agent.prenom} ${agent.nom}`,
      poste: [agent.poste ?? agent.metier, agent.uniteNom].filter(Boolean).join(', '),
      habilitations: agent.habilitations,
    },
    demo: agent.demo,
    aujourdhui,
    fait: fait ? parseFait(fait) : null,
    reprise: reprise?.valeurs ?? null,
    compteurs: {},
  };
  // Dite une fois : le témoin s'efface en même temps.
  return data(
    vue,
    fait ? { headers: { 'Set-Cookie': `${TEMOIN_FAIT}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` } } : {},
  );
}

/** Un témoin abîmé ne doit pas empêcher la page. */
function parseFait(valeur: string): string | null {
  try {
    return decodeURIComponent(valeur);
  } catch {
    return null;
  }
}
