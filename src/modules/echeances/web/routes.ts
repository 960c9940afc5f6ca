import { index, route } from '@react-router/dev/routes';

export default [
  index('modules/echeances/web/ma-journee.tsx'),
  route('echeances', 'modules/echeances/web/echeances.tsx'),
  route('echeances.xlsx', 'modules/echeances/web/echeances-classeur.ts'),
  route('enfants/:id/echeances', 'modules/echeances/web/de-l-enfant.tsx'),
  route('enfants/:id/inscrire', 'modules/echeances/web/inscrire.tsx'),
  route('enfants/:id/actes/:acte/annuler', 'modules/echeances/web/annuler-acte.tsx'),
  route('echeances/:id', 'modules/echeances/web/echeance.tsx'),
];
