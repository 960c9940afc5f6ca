import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { getSignalementSuivi } from '../data/signalement-acte.server.ts';
import { updateSignalement } from '../data/signalement-commands.server.ts';
import { canSuivreSignalement } from '../droits.ts';
import type { Route } from './+types/signalement-modifier.ts';
import { formatAdresseSignalement, formatAdresseSuites } from './adresses.ts';
import { ChampsSaisine } from './champs-saisine.tsx';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id, signalement: signalementId } = args.params;
    const { cible, signalement } = await getSignalementSuivi(contexte, { id: signalementId });
    if (cible.id !== id || signalement.etat !== 'brouillon' || !canSuivreSignalement(contexte.agent, cible))
      throw new Introuvable('Absent, ou hors de vos missions.');
    const { autorite, motif, actionsMenees, argumentaire, demandes, version } = signalement;
    return {
      id,
      signalementId,
      numero: cible.numero,
      version,
      fond: { autorite, motifSaisine: motif, actionsMenees, argumentaire, demandes },
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id, signalement } = args.params;
  return actPage(args, {
    command: updateSignalement,
    avec: { id: signalement },
    vers: () => formatAdresseSignalement(id, signalement),
    fait: 'Le signalement est modifié.',
  });
}

export default function SignalementModifier({ loaderData, actionData }: Route.ComponentProps) {
  const { id, signalementId, numero, version, fond } = loaderData;
  return (
    <Saisie
      titre="Modifier le signalement"
      sous={numero}
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseSuites(id) },
      ]}
      acte="Enregistrer le signalement"
      retour={formatAdresseSignalement(id, signalementId)}
      rendue={actionData}
      version={version}
    >
      <ChampsSaisine rendue={actionData} prepare={fond} />
    </Saisie>
  );
}
