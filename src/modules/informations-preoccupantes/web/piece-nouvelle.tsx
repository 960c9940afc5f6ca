import { data, redirect } from 'react-router';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { agentContexte } from '#server/request-context.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { buildFait, readPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { getInformationCible } from '../data/cible.server.ts';
import { findRefusDesFichiers, readFichiers } from '../data/fichiers.server.ts';
import { recordPiece } from '../data/pieces.server.ts';
import { canConduire } from '../droits.ts';
import { PIECES_ADMISES } from '../piece.ts';
import type { Route } from './+types/piece-nouvelle.ts';
import { formatAdresseInformation } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const cible = await getInformationCible(contexte, args.params.id);
    if (!canConduire(contexte.agent, cible))
      throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    return { id: cible.id, numero: cible.numero };
  });
}

export async function action(args: Route.ActionArgs) {
  const informationId = args.params.id;
  const fichiers = await readFichiers(await args.request.formData(), 'pieces');
  const refus = fichiers.length === 0 ? 'Choisissez au moins un document.' : findRefusDesFichiers(fichiers);
  if (refus) return data({ erreurs: { pieces: refus }, valeurs: {} }, { status: 400 });
  return readPage(args, async () => {
    const contexte = args.context.get(agentContexte);
    for (const fichier of fichiers) await executeCommand(contexte, recordPiece, { informationId, ...fichier });
    return redirect(formatAdresseInformation(informationId), {
      status: 303,
      headers: {
        'Set-Cookie': buildFait(fichiers.length > 1 ? 'Les documents sont joints.' : 'Le document est joint.'),
      },
    });
  });
}

export default function JoindreDocument({ loaderData: { id, numero }, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre="Joindre un document"
      sous={numero}
      acte="Joindre à l’information"
      retour={formatAdresseInformation(id)}
      rendue={actionData}
      fichier
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseInformation(id) },
      ]}
    >
      <ChampTexte
        nom="pieces"
        libelle="Documents"
        type="file"
        multiple
        accept={PIECES_ADMISES}
        aide="PDF, JPEG, PNG, Word sans macro, texte ou courriel ; 15 Mo chacun."
        erreur={actionData?.erreurs.pieces}
        requis
      />
    </Saisie>
  );
}
