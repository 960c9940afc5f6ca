import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordMandatement } from '../data/mandatements-commands.server.ts';
import { canTenirLigne } from '../droits.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import type { Route } from './+types/mandater.ts';
import { readEngagement } from './acces.server.ts';
import { ChampMontant } from './champs.tsx';
import { listFilLigne } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { ligne, engagement } = await readEngagement(contexte, args.params.id, canTenirLigne);
    const reste = Math.max(0, engagement.centimes - engagement.mandateCentimes);
    return { ligne, engagement, reste, aujourdhui: contexte.aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordMandatement,
    avec: { engagementId: args.params.id },
    vers: ({ engagementId }) => `/creches/budget/engagements/${engagementId}`,
    fait: ({ remarque }) => (remarque ? `Le mandatement est inscrit. ${remarque}` : 'Le mandatement est inscrit.'),
  });
}

export default function Mandater({ loaderData, actionData }: Route.ComponentProps) {
  const { ligne, engagement, reste, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Mandater une dépense"
      sous={`${engagement.objet} · reste à mandater : ${formatCentimes(reste)}`}
      fil={listFilLigne(ligne)}
      acte="Inscrire le mandatement"
      retour={`/creches/budget/engagements/${engagement.id}`}
      rendue={actionData}
    >
      <ChampMontant champ={champ} nom="montant" libelle="Montant" valeur={reste === 0 ? null : reste} />
      <ChampJour {...champ('jour', aujourdhui)} libelle="Mandaté le" requis />
      <ChampTexte {...champ('reference')} libelle="Référence du mandat" taille="moyen" />
    </Saisie>
  );
}
