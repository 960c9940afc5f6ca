/** Ce que les pages des modules plus hauts montrent du recueil : sur quelle information on agit, ce qui avait déjà été reçu. */
export { buildAntecedents } from './antecedents-view.ts';
export { buildSur, DejaRecu } from './page-acte.tsx';
