import { canConduire, isFinal } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { readPageDActe } from '#modules/recueil/index.server.ts';
import { buildSur } from '#modules/recueil/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordElement } from '../data/analyse-commands.server.ts';
import type { Route } from './+types/element.ts';

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
    command: recordElement,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’élément est joint. L’urgence est à revoir.',
  });
}

export default function JoindreElement({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Joindre un élément nouveau"
      acte="Joindre cet élément"
      {...buildSur(loaderData)}
      rendue={actionData}
      intro="Il ne fait pas courir de nouveau délai, mais oblige à revoir l’urgence (IP-037, pratique du département)."
    >
      <div className="groupe-champs">
        <ChampJour {...champ('recuLe', loaderData.aujourdhui)} libelle="Reçu le" requis />
        <ChampTexte {...champ('de')} libelle="De qui" aide="Sans nommer qui demande l’anonymat" autoComplete="off" />
      </div>
      <ZoneTexte {...champ('element')} libelle="Ce qui est nouveau" lignes={6} requis />
    </Saisie>
  );
}
