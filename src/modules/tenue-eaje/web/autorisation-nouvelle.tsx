import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { recordAutorisation } from '../data/autorisations-commands.server.ts';
import type { Route } from './+types/autorisation-nouvelle.ts';
import { ChampsAutorisation } from './champs-autorisation.tsx';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs } = await getCrecheTenue(contexte, args.params.id);
    return { murs: { id: murs.id, nom: murs.nom } };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAutorisation,
    avec: { etablissementId: args.params.id },
    vers: (id) => formatAdresseCreche(id, '#autorisation'),
    fait: 'Autorisation enregistrée.',
  });
}

export default function AutorisationNouvelle({ loaderData: { murs }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, null);
  return (
    <Saisie
      titre="Enregistrer une autorisation"
      sous={murs.nom}
      fil={[FIL_CRECHES, { titre: murs.nom, href: formatAdresseCreche(murs.id) }]}
      acte="Enregistrer l’autorisation"
      retour={formatAdresseCreche(murs.id)}
      rendue={actionData}
      intro="L’autorisation qui court s’arrêtera la veille de celle-ci. La modulation se saisit ensuite."
    >
      <ChampsAutorisation champ={champ} />
    </Saisie>
  );
}
