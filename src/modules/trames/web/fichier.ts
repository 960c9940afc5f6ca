import { Introuvable } from '#server/errors.ts';
import { sendDocumentWord } from '#web/document-word.server.ts';
import { readPage } from '#web/page.server.ts';
import { buildExempleWord, getModele } from '../data/document.server.ts';
import { findContenuEnUsage, getContenu } from '../data/trames.server.ts';
import type { Route } from './+types/fichier.ts';
import { getNature } from './nature.server.ts';

/** La trame qui sert, celle de Marelle, un exemple rempli de données inventées, ou une version passée. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const nature = getNature(args.params.nature);
    const fichier = args.params.fichier ?? '';
    const version = /^version-(\d{1,6})$/.exec(fichier)?.[1];
    const enUsage = async () => (await findContenuEnUsage(contexte, nature.cle)) ?? getModele(nature);
    const lectures: Record<string, () => Promise<Buffer>> = {
      trame: enUsage,
      marelle: () => getModele(nature),
      exemple: async () => buildExempleWord(nature, await enUsage()),
    };
    const lecture = version
      ? () => getContenu(contexte, nature.cle, Number(version))
      : Object.hasOwn(lectures, fichier) && lectures[fichier];
    if (!lecture) throw new Introuvable('Ce fichier n’existe pas.');
    return sendDocumentWord(`${nature.cle}-${fichier}`, lecture);
  });
}
