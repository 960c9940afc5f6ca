import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { buildChamp } from '#web/ui/choix.ts';
import { updateLigne } from '../data/lignes-commands.server.ts';
import { listServices } from '../data/lignes-queries.server.ts';
import { canArbitrerLigne } from '../droits.ts';
import type { Route } from './+types/ligne-corriger.ts';
import { readLigne } from './acces.server.ts';
import { ChampsLigne } from './champs.tsx';
import { listFilLigne } from './fil.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({
    ligne: await readLigne(contexte, args.params.id, canArbitrerLigne),
    services: await listServices(contexte.tx),
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateLigne,
    avec: { id: args.params.id },
    vers: (id) => `/creches/budget/lignes/${id}`,
    fait: 'La ligne est corrigée.',
  });
}

export default function LigneCorriger({ loaderData: { ligne, services }, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre="Corriger la ligne"
      sous={`${ligne.libelle} · ${ligne.creche} · exercice ${ligne.exercice}`}
      fil={listFilLigne(ligne)}
      acte="Enregistrer la ligne"
      retour={`/creches/budget/lignes/${ligne.id}`}
      rendue={actionData}
      version={ligne.version}
      intro="Le budget ne se change pas ici : il s’arbitre, avec son motif."
    >
      <ChampsLigne champ={buildChamp(actionData)} ligne={ligne} services={services} />
    </Saisie>
  );
}
