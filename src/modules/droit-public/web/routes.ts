import { route } from '@react-router/dev/routes';

export default [
  route('droit', 'modules/droit-public/web/droit/droit.tsx'),
  route('delais', 'modules/droit-public/web/delais.tsx'),
  route('delais.docx', 'modules/droit-public/web/delais-word.ts'),
];

/** Ouverte à tous, sans connexion. */
export const horsCadre = [route('que-doit-on', 'modules/droit-public/web/que-doit-on/que-doit-on.tsx')];
