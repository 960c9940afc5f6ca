import { canFinancer } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { BudgetFiltre } from '../budget-filtre.ts';
import { recordLigne } from '../data/lignes-commands.server.ts';
import { getCrecheDuBudget, listServices } from '../data/lignes-queries.server.ts';
import { NATURES_LIGNE } from '../ligne-budget.ts';
import { getExercice } from '../rules/exercice.ts';
import type { Route } from './+types/ligne-nouvelle.ts';
import { ChampMontant, ChampsLigne } from './champs.tsx';
import { listFil } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCrecheDuBudget(tx, args.params.id);
    if (!canFinancer(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    const exercice = parseFiltre(args.request, BudgetFiltre).filtre.exercice ?? getExercice(aujourdhui);
    return { creche, exercice, du: jourCivil(`${exercice}-01-01`), services: await listServices(tx) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordLigne,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/budget/lignes/${id}`,
    fait: 'Ligne inscrite : les dépenses peuvent s’y engager.',
  });
}

export default function LigneNouvelle({ loaderData, actionData }: Route.ComponentProps) {
  const { creche, exercice, du, services } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Ajouter une ligne budgétaire"
      sous={creche.nom}
      fil={listFil(creche.id, creche.nom, exercice)}
      acte="Ajouter la ligne"
      retour={`/creches/${creche.id}/budget?exercice=${exercice}`}
      rendue={actionData}
    >
      <ChampSelection {...champ('nature')} libelle="Ce que la ligne paie" choix={buildChoix(NATURES_LIGNE)} requis />
      <ChampsLigne champ={champ} ligne={null} services={services} />
      <ChampMontant champ={champ} nom="budget" libelle="Budget voté" />
      <ChampJour
        {...champ('du', du)}
        libelle="À partir du"
        aide="Son année est l’exercice ; le rythme se compte depuis ce jour."
        requis
      />
    </Saisie>
  );
}
