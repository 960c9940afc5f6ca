/** Ce que les pages des modules plus hauts montrent d'une information : sa tête, ses pages, son horloge, ses documents. */
export { formatAdresseInformation } from './adresses.ts';
export { DossierInformation } from './dossier.tsx';
export { buildDossier } from './dossier-view.ts';
export { formatFratrie } from './liste-view.ts';
