import { index, route } from '@react-router/dev/routes';

export default [
  index('modules/echeances/web/ma-journee.tsx'),
  route('echeances', 'modules/echeances/web/echeances.tsx'),
  route('echeances.xlsx', 'modules/echeances/web/echeances-classeur.ts'),
  route('enfants/:id/echeances', 'modules/echeances/web/de-l-enfant.tsx'),
  route('enfants/:id/inscrire', 'modules/echeances/web/inscrire.tsx'),
  route('echeances/:id', 'modules/echeances/web/echeance.tsx'),
  route('droit', 'modules/echeances/web/droit/droit.tsx'),
  route('delais', 'modules/echeances/web/delais.tsx'),
  route('delais.docx', 'modules/echeances/web/delais-word.ts'),
];

/** Ouverte à tous, sans connexion. */
export const horsCadre = [route('que-doit-on', 'modules/echeances/web/que-doit-on/que-doit-on.tsx')];
