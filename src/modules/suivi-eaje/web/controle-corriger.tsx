import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Corrections } from '#web/ui/corrections.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listCorrections } from '../data/corrections.server.ts';
import { updateControle } from '../data/corrections-commands.server.ts';
import { getControle } from '../data/suivi-queries.server.ts';
import type { Route } from './+types/controle-corriger.ts';
import { ChampMotif, ChampsControle } from './champs.tsx';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const controle = await getControle(tx, args.params.id);
    if (!canSuivre(agent, controle)) throw new Introuvable('Absent, ou hors de vos missions.');
    return { controle, corrections: await listCorrections(tx, controle.id) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateControle,
    avec: { id: args.params.id },
    vers: (etablissementId) => `/creches/${etablissementId}/suivi`,
    fait: 'Contrôle corrigé ; ce qu’il disait est gardé.',
  });
}

export default function CorrigerControle({ loaderData: { controle, corrections }, actionData }: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, controle, { 'Jour du contrôle': 'jour', Constats: 'constats' });
  return (
    <Saisie
      titre="Corriger un contrôle"
      sous={controle.creche}
      fil={listFilSuivi(controle.etablissementId, controle.creche)}
      acte="Enregistrer la correction"
      retour={`/creches/${controle.etablissementId}/suivi`}
      rendue={actionData}
      saisi={saisi}
      version={controle.version}
      cote={<Corrections corrections={corrections} />}
    >
      <ChampsControle champ={champ} />
      <ChampMotif champ={champ} />
    </Saisie>
  );
}
