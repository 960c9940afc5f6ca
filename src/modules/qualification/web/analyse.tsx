import { canActer, LIBELLE_URGENCE } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { listAntecedentsDe, readPageDActe } from '#modules/recueil/index.server.ts';
import { buildAntecedents, buildSur, DejaRecu } from '#modules/recueil/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { buildChoix, readValeur } from '#web/ui/choix.ts';
import { recordAnalyse } from '../data/analyse-commands.server.ts';
import type { Route } from './+types/analyse.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(
    args,
    (agent, cible) => canActer(agent, cible, 'analyser'),
    async (contexte, { id }) => ({ antecedents: buildAntecedents(await listAntecedentsDe(contexte, id)) }),
  );
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAnalyse,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’information est en première analyse.',
  });
}

export default function PrendreEnAnalyse({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre="Prendre en première analyse"
      acte="Prendre en première analyse"
      {...buildSur(loaderData)}
      rendue={actionData}
      intro="Vous en devenez l’analyste. Lisez ce qui a déjà été reçu, puis dites l’urgence."
      cote={<DejaRecu antecedents={loaderData.antecedents} />}
    >
      <Radios
        nom="urgence"
        libelle="Urgence"
        choix={buildChoix(LIBELLE_URGENCE)}
        valeur={readValeur(actionData?.valeurs, 'urgence', loaderData.urgence)}
        erreur={actionData?.erreurs.urgence}
        requis
      />
    </Saisie>
  );
}
