import { LIBELLE_FORME_OU_DISPENSE } from '#modules/informations-preoccupantes/index.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { recordDebut } from '../data/deroulement-commands.server.ts';
import { getFaits } from '../data/evaluation-queries.server.ts';
import { canEvaluer } from '../droits.ts';
import type { Route } from './+types/debut.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, formatAdresseEvaluation } from './evaluation-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canEvaluer, async (contexte, cible) => ({
    dite: (await getFaits(contexte, cible.id)).ouvertureDite,
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordDebut,
    avec: { informationId: args.params.id },
    vers: (id) => formatAdresseEvaluation(id),
    fait: 'L’évaluation commence.',
  });
}

export default function Debut({ loaderData, actionData }: Route.ComponentProps) {
  const { version, aujourdhui, dite } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadre(loaderData)}
      titre="Commencer l’évaluation"
      acte="Commencer l’évaluation"
      rendue={actionData}
      version={version}
    >
      <ChampJour {...champ('debuteeLe', aujourdhui)} libelle="Premier acte de l’équipe, le" requis />
      {dite ? (
        <Avis>Les titulaires de l’autorité parentale sont déjà informés de l’évaluation, ou en sont dispensés.</Avis>
      ) : (
        <fieldset className="bloc-saisi">
          <legend>Information des titulaires de l’autorité parentale</legend>
          <p>
            Ils sont informés de l’évaluation, sauf si l’intérêt du mineur s’y oppose (IP-015 ; CASF, art. D226-2-6 I).
          </p>
          <ChampSelection
            {...champ('forme')}
            libelle="Comment ils l’ont été"
            choix={buildChoix(LIBELLE_FORME_OU_DISPENSE)}
            requis
          />
          <ChampJour {...champ('le')} libelle="Le" aide="Vide : le jour du premier acte" />
          <ZoneTexte
            {...champ('dispenseMotif')}
            libelle="En quoi l’intérêt du mineur s’y oppose"
            aide="Seulement si rien ne leur est dit"
            lignes={3}
          />
        </fieldset>
      )}
    </Saisie>
  );
}
