import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { updateFaitMarquant } from '../data/corrections-commands.server.ts';
import { readReglages } from '../data/reglages.server.ts';
import { getFaitMarquant } from '../data/suivi-queries.server.ts';
import { formatGravites } from '../rules/delais.ts';
import type { Route } from './+types/fait-corriger.ts';
import { ChampMotif, ChampsFait } from './champs.tsx';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const fait = await getFaitMarquant(tx, args.params.id);
    if (!canSuivre(agent, fait)) throw new Introuvable('Absent, ou hors de vos missions.');
    return { fait, gravites: formatGravites(await readReglages(tx, aujourdhui)) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateFaitMarquant,
    avec: { id: args.params.id },
    vers: ({ id }) => `/creches/faits-marquants/${id}`,
    fait: ({ pcdDu }) =>
      pcdDu
        ? 'Fait corrigé. Le président du conseil départemental en est informé sans délai : inscrivez quand.'
        : 'Fait corrigé ; ce qu’il disait est gardé.',
  });
}

export default function CorrigerFait({ loaderData: { fait, gravites }, actionData }: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, fait, {
    ...{ Gravité: 'gravite', Jour: 'survenuLe', Heure: 'heure', 'Ce qui s’est passé': 'recit' },
  });
  const enregistres: Readonly<Record<string, boolean>> = { secours: fait.secours, deces: fait.deces };
  return (
    <Saisie
      titre="Corriger un fait marquant"
      sous={fait.creche}
      fil={listFilSuivi(fait.etablissementId, fait.creche)}
      acte="Enregistrer la correction"
      retour={`/creches/faits-marquants/${fait.id}`}
      rendue={actionData}
      saisi={saisi}
      version={fait.version}
      intro="Ce qui était écrit reste lisible, sauf un récit réécrit : il nommait peut-être un enfant."
    >
      <ChampsFait
        champ={champ}
        coches={(nom) => (actionData ? [actionData.valeurs[nom] ?? []].flat() : enregistres[nom] ? ['oui'] : [])}
        gravites={gravites}
      />
      <ChampMotif champ={champ} />
    </Saisie>
  );
}
