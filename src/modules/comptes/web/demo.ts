import { data } from 'react-router';
import { findCourrielDeCarte } from '../data/accueil.server.ts';
import { executeConnexion } from '../data/connexion.server.ts';
import { MOT_DE_PASSE_DEMO } from '../rules/mot-de-passe-demo.ts';
import type { Route } from './+types/demo.ts';
import { formatSuite, getAuthentification, readEntree, sendRedirection } from './entree.server.ts';

export const loader = () => sendRedirection('/connexion');

/** Entrer par une carte de la démonstration : une vraie connexion, avec le mot de passe que la démonstration publie. */
export async function action(args: Route.ActionArgs) {
  const cle = String((await args.request.clone().formData()).get('carte') ?? '');
  const courriel = await findCourrielDeCarte(getAuthentification(args), cle);
  if (courriel === undefined) throw data({ message: 'Cette carte n’existe pas.' }, { status: 404 });
  const saisie = { courriel, motDePasse: MOT_DE_PASSE_DEMO };
  const suite = formatSuite(args, await executeConnexion(getAuthentification(args), readEntree(args), saisie), '');
  return 'vers' in suite ? suite.vers : sendRedirection('/connexion');
}
