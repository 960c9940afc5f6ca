import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { buildChamp } from '#web/ui/choix.ts';
import { recordControle } from '../data/suivi-commands.server.ts';
import { getCrecheSuivie } from '../data/suivi-queries.server.ts';
import type { Route } from './+types/controle.ts';
import { ChampsControle } from './champs.tsx';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCrecheSuivie(tx, args.params.id);
    if (!canSuivre(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { creche, aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordControle,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/controles/${id}/mesure`,
    fait: 'Contrôle inscrit. Ajoutez ce qu’il demande, ou revenez au suivi de la crèche s’il ne demande rien.',
  });
}

export default function InscrireControle({ loaderData: { creche, aujourdhui }, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Inscrire un contrôle"
      sous={creche.nom}
      fil={listFilSuivi(creche.id, creche.nom)}
      acte="Inscrire le contrôle"
      retour={`/creches/${creche.id}/suivi`}
      rendue={actionData}
    >
      <ChampsControle champ={champ} jour={aujourdhui} />
    </Saisie>
  );
}
