import { startFournisseur } from '../data/retour-fournisseur.server.ts';
import type { Route } from './+types/fournisseur.ts';
import { getAuthentification, readEntree, readRetour, sendRedirection } from './entree.server.ts';

export const loader = () => sendRedirection('/connexion');

/** Part chez le fournisseur d'identité du département. */
export async function action(args: Route.ActionArgs) {
  const { vers, temoins } = await startFournisseur(getAuthentification(args), readEntree(args), readRetour(args));
  return sendRedirection(vers, temoins);
}
