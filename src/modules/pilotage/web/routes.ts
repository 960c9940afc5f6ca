import { route } from '@react-router/dev/routes';

export default [route('tableau', 'modules/pilotage/web/tableau.tsx')];
