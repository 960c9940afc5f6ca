import { recordRetourFournisseur } from '../data/retour-fournisseur.server.ts';
import type { Route } from './+types/retour-fournisseur.ts';
import { getAuthentification, readEntree, sendRedirection } from './entree.server.ts';

/** Retour du fournisseur d'identité : la seule adresse de better-auth que le réseau atteint. */
export async function loader(args: Route.LoaderArgs) {
  const { vers, temoins } = await recordRetourFournisseur(getAuthentification(args), readEntree(args));
  return sendRedirection(vers, temoins);
}
