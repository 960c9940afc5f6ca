import { isFinal } from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { getInformationSignalee } from '../data/faits.server.ts';
import { createSignalement } from '../data/signalement-commands.server.ts';
import { canSuivreSignalement } from '../droits.ts';
import { isUrgent } from '../rules/saisine.ts';
import type { Route } from './+types/signalement-nouveau.ts';
import { formatAdresseSignalement, formatAdresseSuites } from './adresses.ts';
import { ChampsSaisine } from './champs-saisine.tsx';
import { buildSaisinePreparee } from './saisine-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { cible, faits } = await getInformationSignalee(contexte, id);
    if (isFinal(cible.etat) || !canSuivreSignalement(contexte.agent, cible))
      throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      id,
      numero: cible.numero,
      urgent: isUrgent(cible.etat),
      saisine: buildSaisinePreparee(faits),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: createSignalement,
    avec: { informationId: id },
    vers: (signalementId) => formatAdresseSignalement(id, signalementId),
    fait: 'Le signalement est commencé : il reste à le signer, puis à l’envoyer.',
  });
}

export default function SignalementNouveau({ loaderData, actionData }: Route.ComponentProps) {
  const { id, numero, urgent, saisine } = loaderData;
  return (
    <Saisie
      titre={urgent ? 'Signalement urgent au procureur' : 'Signalement au procureur'}
      sous={numero}
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseSuites(id) },
      ]}
      acte="Commencer le signalement"
      retour={formatAdresseSuites(id)}
      rendue={actionData}
      intro="Il peut rester incomplet : il ne se signera qu’avec son motif, ses raisons et les actions déjà menées. L’information n’est pas close."
    >
      <ChampsSaisine rendue={actionData} prepare={saisine} />
    </Saisie>
  );
}
