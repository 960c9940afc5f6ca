import { z } from 'zod';
import { texteSaisi } from '#shared/champ-saisi.ts';
import type { NatureDocument } from './nature-document.ts';

/** La nature vient de la page, qui connaît celles de tous les modules ; jamais du formulaire. */
const nature = z.custom<NatureDocument>(
  (valeur) => typeof valeur === 'object' && valeur !== null && 'balises' in valeur,
  {
    error: 'Ce document n’existe pas.',
  },
);
const motif = texteSaisi('Dites en une phrase ce qui change.', 300);

export const TrameSaisie = z.object({
  nature,
  fichierNom: texteSaisi('Choisissez un document Word (.docx).', 200),
  contenu: z.instanceof(Uint8Array, { error: 'Choisissez un document Word (.docx).' }),
  motif,
});

export const RetourSaisie = z.object({ nature, motif });
