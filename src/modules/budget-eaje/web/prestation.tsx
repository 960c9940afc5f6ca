import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { getServiceFait } from '../data/depenses-queries.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { updateServiceFait } from '../data/services-commands.server.ts';
import { canReadLigne } from '../droits.ts';
import type { Route } from './+types/prestation.ts';
import { readLigne } from './acces.server.ts';
import { buildCoches, ChampsConstat } from './champs.tsx';
import { listFilLigne } from './fil.ts';
import { buildServiceLu } from './ligne-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const service = await getServiceFait(contexte.tx, args.params.id);
    const ligne = await readLigne(contexte, service.ligneId, canReadLigne);
    return { ligne, service, lu: buildServiceLu(service, await loadReglages(contexte)) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateServiceFait,
    avec: { id: args.params.id },
    vers: (ligneId) => `/creches/budget/lignes/${ligneId}`,
    fait: 'La prestation est à jour.',
  });
}

export default function Prestation({ loaderData: { ligne, service, lu }, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre={`${service.nature === 'MENAGE' ? 'Ménage' : 'Intérim'}, ${lu.mois}`}
      sous={`${ligne.libelle} · ${ligne.creche}`}
      fil={listFilLigne(ligne)}
      acte="Enregistrer la prestation"
      retour={`/creches/budget/lignes/${ligne.id}`}
      rendue={actionData}
      version={service.version}
      cote={
        <Bloc titre="Constat">
          <p>{lu.constat}</p>
          {lu.remarques.map((remarque) => (
            <p key={remarque}>{remarque}</p>
          ))}
        </Bloc>
      }
    >
      <ChampsConstat
        champ={buildChamp(actionData)}
        coches={buildCoches(actionData)}
        nature={service.nature}
        service={service}
      />
    </Saisie>
  );
}
