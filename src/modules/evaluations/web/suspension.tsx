import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordReprise, recordSuspension } from '../data/deroulement-commands.server.ts';
import { canSuspendre } from '../droits.ts';
import type { Route } from './+types/suspension.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, formatAdresseEvaluation } from './evaluation-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canSuspendre, async () => ({}));
}

export async function action(args: Route.ActionArgs) {
  const commun = { avec: { informationId: args.params.id }, vers: (id: string) => formatAdresseEvaluation(id) };
  const reprendre = (await args.request.clone().formData()).has('reprise');
  return reprendre
    ? actPage(args, { ...commun, command: recordReprise, fait: 'L’évaluation reprend.' })
    : actPage(args, {
        ...commun,
        command: recordSuspension,
        fait: 'L’évaluation est suspendue ; son délai reste affiché.',
      });
}

export default function Suspension({ loaderData, actionData }: Route.ComponentProps) {
  const { etat, version, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  const commun = { ...buildCadre(loaderData), rendue: actionData, version };
  if (etat === 'suspendue')
    return (
      <Saisie {...commun} titre="Reprendre l’évaluation" acte="Reprendre l’évaluation">
        <input type="hidden" name="reprise" value="oui" />
        <ChampTexte {...champ('motif')} libelle="Pourquoi elle reprend" taille="long" requis />
      </Saisie>
    );
  return (
    <Saisie
      {...commun}
      titre="Suspendre sur décision judiciaire"
      acte="Suspendre l’évaluation"
      intro="Le délai de trois mois n’est pas interrompu par le texte : il continue d’être affiché."
    >
      <ChampTexte
        {...champ('acte')}
        libelle="Décision judiciaire"
        aide="« Ordonnance du juge des enfants du 12/11/2026 », « demande du parquet »"
        taille="long"
        requis
      />
      <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
    </Saisie>
  );
}
