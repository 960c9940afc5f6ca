import { index, route } from '@react-router/dev/routes';

export default [
  index('modules/echeances/web/ma-journee.tsx'),
  route('delais', 'modules/echeances/web/delais.tsx'),
  route('delais.docx', 'modules/echeances/web/delais-word.ts'),
];
