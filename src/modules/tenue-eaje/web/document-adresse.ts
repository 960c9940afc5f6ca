import { NATURES_DOCUMENT, type NatureDocument } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';

export const formatAdresseDocument = (id: string, nature: string, suite = ''): string =>
  formatAdresseCreche(id, `/documents/${nature}${suite}`);

export const listFilDocument = ({ id, nom, nature }: { id: string; nom: string; nature: NatureDocument }) => [
  FIL_CRECHES,
  { titre: nom, href: formatAdresseCreche(id) },
  { titre: NATURES_DOCUMENT[nature], href: formatAdresseDocument(id, nature) },
];
