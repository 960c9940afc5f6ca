import { closeConnexion, closeToutesConnexions } from '../data/connexion.server.ts';
import type { Route } from './+types/deconnexion.ts';
import { getAuthentification, readEntree, sendRedirection } from './entree.server.ts';

export const loader = () => sendRedirection('/');

/** Se déconnecter ici, ou partout à la fois ; puis chez le fournisseur d'identité s'il le permet. */
export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const authentification = getAuthentification(args);
  if (formulaire.get('partout') === 'oui') await closeToutesConnexions(authentification, args.request);
  const { temoins, chezFournisseur } = await closeConnexion(authentification, readEntree(args));
  return sendRedirection(chezFournisseur ?? '/connexion', temoins);
}
