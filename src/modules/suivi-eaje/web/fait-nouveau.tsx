import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { buildChamp } from '#web/ui/choix.ts';
import { readReglages } from '../data/reglages.server.ts';
import { recordFaitMarquant } from '../data/suivi-commands.server.ts';
import { getCrecheSuivie } from '../data/suivi-queries.server.ts';
import { formatGravites } from '../rules/delais.ts';
import type { Route } from './+types/fait-nouveau.ts';
import { ChampsFait } from './champs.tsx';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCrecheSuivie(tx, args.params.id);
    if (!canSuivre(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { creche, gravites: formatGravites(await readReglages(tx, aujourdhui)), aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordFaitMarquant,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/faits-marquants/${id}`,
    fait: 'Fait déclaré. Inscrivez qui en est informé.',
  });
}

export default function FaitNouveau({
  loaderData: { creche, gravites, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const coches = (nom: string) => [actionData?.valeurs[nom] ?? []].flat();
  return (
    <Saisie
      titre="Déclarer un fait marquant"
      sous={creche.nom}
      fil={listFilSuivi(creche.id, creche.nom)}
      acte="Déclarer le fait"
      retour={`/creches/${creche.id}/suivi`}
      rendue={actionData}
    >
      <ChampsFait champ={champ} coches={coches} gravites={gravites} jour={aujourdhui} />
    </Saisie>
  );
}
