import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { readCalendrier } from '../data/calendrier.server.ts';
import { updateCalendrierTravaux } from '../data/dossiers-commands.server.ts';
import { getDossier } from '../data/dossiers-queries.server.ts';
import type { ChoixCalendrier } from '../dossier-travaux.ts';
import { canDecider } from '../droits.ts';
import { isOuvert } from '../rules/transitions.ts';
import type { Route } from './+types/calendrier.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { ChampsCalendrier } from './champs-dossier.tsx';
import { formatInscrit } from './dossier-view.ts';
import { formatGel } from './dossiers-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const dossier = await getDossier(tx, args.params.id);
    if (!canDecider(agent, dossier) || dossier.etat === 'BESOIN' || !isOuvert(dossier.etat))
      throw new Introuvable('Absent, ou hors de vos missions.');
    return { dossier, calendrier: await readCalendrier(tx, dossier) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateCalendrierTravaux,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseDossier(id),
    fait: 'Le calendrier de la crèche est à jour.',
  });
}

export default function CalendrierDesTravaux({
  loaderData: { dossier, calendrier },
  actionData,
}: Route.ComponentProps) {
  const choix: ChoixCalendrier[] = [
    ...(calendrier.proposition ? (['FERMER', 'MODULER'] as const) : []),
    ...(calendrier.inscrits.length > 0 ? (['LEVER'] as const) : []),
  ];
  return (
    <Saisie
      titre="Les travaux au calendrier de la crèche"
      sous={`${dossier.objet} · ${dossier.creche} · ${formatGel(dossier)}`}
      fil={listFilTravaux(dossier, dossier)}
      acte="Mettre le calendrier à jour"
      retour={formatAdresseDossier(dossier.id)}
      rendue={actionData}
      version={dossier.version}
      intro="Ce que vous inscrivez remplace ce que ce dossier y avait mis. Accueils attendus, encadrement et heures suivent."
      cote={
        <Bloc titre="Inscrit aujourd’hui">
          {calendrier.inscrits.length === 0 ? <p className="petit">Rien.</p> : null}
          <LignesDeBloc
            lignes={calendrier.inscrits.map((inscrit) => ({ cle: inscrit.du, titre: formatInscrit(inscrit) }))}
          />
        </Bloc>
      }
    >
      <ChampsCalendrier champ={buildChamp(actionData)} calendrier={calendrier} choix={choix} />
      {calendrier.proposition ? null : <p>Ces travaux ne gèlent aucune place, ou leurs dates manquent.</p>}
    </Saisie>
  );
}
