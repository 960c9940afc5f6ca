import { executeInSavepoint } from '#database/savepoint.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { sendDocumentWord } from '#web/document-word.server.ts';
import { readPage } from '#web/page.server.ts';
import { recordEcritMesure } from '../data/dossier.server.ts';
import { isNatureEcritMesure } from '../ecrit-mesure.ts';
import type { Route } from './+types/ecrit-mesure-word.ts';
import { buildEcritMesureWord } from './document.server.ts';

/** L'écrit d'une prestation, dans la trame du département. Il ne s'inscrit comme sorti que si le document a pu se faire. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id, nature, decision } = args.params;
    if (!isNatureEcritMesure(nature)) throw new Introuvable('Cet écrit n’existe pas.');
    return sendDocumentWord(nature, () =>
      executeInSavepoint(contexte.tx, async () => {
        const saisie = { mesureId: id, nature, decisionId: decision };
        return buildEcritMesureWord(contexte, nature, await executeCommand(contexte, recordEcritMesure, saisie));
      }),
    );
  });
}
