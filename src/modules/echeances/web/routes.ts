import { index } from '@react-router/dev/routes';

export default [index('modules/echeances/web/ma-journee.tsx')];
