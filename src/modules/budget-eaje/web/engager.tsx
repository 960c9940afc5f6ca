import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { buildChamp } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { recordEngagement } from '../data/engagements-commands.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { canTenirLigne } from '../droits.ts';
import type { Route } from './+types/engager.ts';
import { readLigne } from './acces.server.ts';
import { buildCoches, ChampsEngagement } from './champs.tsx';
import { listFilLigne } from './fil.ts';
import { buildLigneLue } from './ligne-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const ligne = await readLigne(contexte, args.params.id, canTenirLigne);
    const { aujourdhui } = contexte;
    return { ligne: buildLigneLue(ligne, aujourdhui, await loadReglages(contexte)), aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordEngagement,
    avec: { ligneId: args.params.id },
    vers: (id) => `/creches/budget/lignes/${id}`,
    fait: 'L’engagement est inscrit.',
  });
}

export default function Engager({ loaderData: { ligne, aujourdhui }, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre="Engager une dépense"
      sous={`${ligne.libelle} · ${ligne.creche} · il reste ${ligne.disponible}`}
      fil={listFilLigne(ligne)}
      acte="Inscrire l’engagement"
      retour={`/creches/budget/lignes/${ligne.id}`}
      rendue={actionData}
    >
      {ligne.cloture ? (
        <Avis ton="attente" titre="Exercice clos">
          {ligne.cloture}
        </Avis>
      ) : null}
      <ChampsEngagement champ={buildChamp(actionData)} coches={buildCoches(actionData)} aujourdhui={aujourdhui} />
    </Saisie>
  );
}
