import { canConduire, isFinal, LIBELLE_URGENCE } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { readPageDActe } from '#modules/recueil/index.server.ts';
import { buildSur } from '#modules/recueil/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, readValeur } from '#web/ui/choix.ts';
import { recordUrgence } from '../data/analyse-commands.server.ts';
import type { Route } from './+types/urgence.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(
    args,
    (agent, cible) => canConduire(agent, cible) && !isFinal(cible.etat),
    () => ({}),
  );
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordUrgence,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’urgence est revue.',
  });
}

export default function RevoirUrgence({ loaderData, actionData }: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  return (
    <Saisie titre="Revoir l’urgence" acte="Enregistrer l’urgence" {...buildSur(loaderData)} rendue={actionData}>
      <Radios
        nom="urgence"
        libelle="Urgence"
        choix={buildChoix(LIBELLE_URGENCE)}
        valeur={readValeur(valeurs, 'urgence', loaderData.urgence)}
        erreur={erreurs.urgence}
        requis
      />
      <ZoneTexte
        nom="motif"
        libelle="Ce qui le fait juger"
        valeur={readValeur(valeurs, 'motif')}
        erreur={erreurs.motif}
        lignes={3}
        requis
      />
    </Saisie>
  );
}
