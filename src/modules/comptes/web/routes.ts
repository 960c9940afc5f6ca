import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (nom: string) => `modules/comptes/web/${nom}`;

export default [
  route('compte', page('compte.tsx')),
  route('comptes', page('comptes.tsx')),
  route('comptes/nouveau', page('nouveau.tsx')),
  route('comptes/:compte', page('fiche.tsx')),
] satisfies RouteConfigEntry[];

/** Tout ce qui se passe avant d'être reconnu. */
export const horsCadre = [
  route('connexion', page('connexion.tsx')),
  route('connexion/demo', page('demo.ts')),
  route('connexion/second-facteur', page('second-facteur.tsx')),
  route('connexion/second-facteur/inscrire', page('inscrire.tsx')),
  route('connexion/fournisseur', page('fournisseur.ts')),
  route('connexion/fournisseur/*', page('retour-fournisseur.ts')),
  route('connexion/non-rattache', page('non-rattache.tsx')),
  route('deconnexion', page('deconnexion.ts')),
  route('invitation/:jeton', page('invitation.tsx')),
] satisfies RouteConfigEntry[];
