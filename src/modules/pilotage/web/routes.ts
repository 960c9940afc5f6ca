import { route } from '@react-router/dev/routes';

export default [
  route('tableau', 'modules/pilotage/web/tableau.tsx'),
  route('tableau/evaluations', 'modules/pilotage/web/evaluations.tsx'),
];
