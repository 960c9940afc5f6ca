import { createContext, type RouterContextProvider, redirect } from 'react-router';
import { authentificationContexte, requeteContexte } from '#server/request-context.ts';
import type { Authentification } from '../data/authentification.server.ts';
import type { Entree, Issue } from '../data/connexion.server.ts';
import { formatAttente } from '../rules/attente.ts';

export type PageArgs = { request: Request; context: Readonly<RouterContextProvider> };

/** Les codes de secours que l'action vient de tirer, pour la page de la même requête : ils ne sont montrés qu'une fois. */
export const codesContexte = createContext<readonly string[] | null>(null);

export function getAuthentification({ context }: PageArgs): Authentification {
  return context.get(authentificationContexte);
}

export function readEntree({ request, context }: PageArgs): Entree {
  return { request, adresseIp: context.get(requeteContexte).adresseIp };
}

/** Redirige en posant les témoins ; 303, pour qu'un retour en arrière ne renvoie pas le formulaire. */
export function sendRedirection(vers: string, temoins: readonly string[] = []): Response {
  const headers = new Headers();
  for (const temoin of temoins) headers.append('Set-Cookie', temoin);
  return redirect(vers, { status: 303, headers });
}

/** Où aller une fois reconnu : une page de Marelle et rien d'autre, avec la saisie gardée s'il y en a une. */
export function readRetour({ request }: { request: Request }): string {
  const { searchParams } = new URL(request.url);
  const retour = searchParams.get('retour') ?? '/';
  const cible = URL.parse(retour, 'http://marelle.invalid');
  const sur = /^\/(?![/\\])/.test(retour) && cible?.origin === 'http://marelle.invalid' ? cible : undefined;
  if (!sur || sur.pathname.startsWith('/connexion')) return '/';
  const reprise = searchParams.get('reprise');
  if (reprise) sur.searchParams.set('reprise', reprise);
  return sur.pathname + sur.search;
}

/** La même recherche (retour, reprise), portée d'une étape de la connexion à la suivante. */
export function readSuite({ request }: { request: Request }): string {
  const { searchParams } = new URL(request.url);
  const suite = new URLSearchParams();
  for (const nom of ['retour', 'reprise']) {
    const valeur = searchParams.get(nom);
    if (valeur) suite.set(nom, valeur);
  }
  return suite.size === 0 ? '' : `?${suite}`;
}

/** L'étape suivante d'une connexion, ou la phrase qui dit pourquoi on reste. */
export function formatSuite(
  args: PageArgs,
  issue: Issue,
  refus: string,
): { vers: Response } | { erreur: string; status: number } {
  switch (issue.etat) {
    case 'ouverte':
      return { vers: sendRedirection(readRetour(args), issue.temoins) };
    case 'second-facteur':
      return { vers: sendRedirection(`/connexion/second-facteur${readSuite(args)}`, issue.temoins) };
    case 'a-inscrire':
      return { vers: sendRedirection(`/connexion/second-facteur/inscrire${readSuite(args)}`, issue.temoins) };
    case 'attendre':
      return { erreur: `Trop d’essais à la suite. Réessayez dans ${formatAttente(issue.secondes)}.`, status: 429 };
    case 'refus':
      return { erreur: refus, status: 401 };
  }
}
