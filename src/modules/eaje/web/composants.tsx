/** Ce que les pages des modules plus hauts montrent d'une crèche : son adresse, ses pages voisines, ses fermetures, ses documents. */
export { FIL_CRECHES, formatAdresseCreche } from './adresses.ts';
export { Transmission } from './fiche-sections.tsx';
export { formatFermeture, formatMotif, formatPendant } from './fiche-view.ts';
export { FiltreTerritoire } from './filtre-territoire.tsx';
export { OngletsCreche } from './onglets-creche.tsx';
