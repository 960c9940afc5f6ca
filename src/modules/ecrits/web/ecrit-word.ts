import { executeInSavepoint } from '#database/savepoint.ts';
import { getInformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { sendDocumentWord } from '#web/document-word.server.ts';
import { readPage } from '#web/page.server.ts';
import { recordEcrit } from '../data/ecrits-commands.server.ts';
import { isNatureEcrit } from '../ecrit.ts';
import type { Route } from './+types/ecrit-word.ts';
import { buildEcritWord } from './document.server.ts';

/** L'écrit, dans la trame du département. Il ne s'inscrit comme sorti que si le document a pu se faire. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id, nature, ligne } = args.params;
    if (!isNatureEcrit(nature)) throw new Introuvable('Cet écrit n’existe pas.');
    const { numero } = await getInformationCible(contexte, id);
    return sendDocumentWord(`${nature}-${numero}`, () =>
      executeInSavepoint(contexte.tx, async () => {
        const saisie = { informationId: id, nature, signalementId: ligne };
        return buildEcritWord(contexte, nature, await executeCommand(contexte, recordEcrit, saisie));
      }),
    );
  });
}
