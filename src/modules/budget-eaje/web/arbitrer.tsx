import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { EtapesDeCalcul } from '#web/ui/details.tsx';
import { recordArbitrage } from '../data/lignes-commands.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { canArbitrerLigne } from '../droits.ts';
import { SUITES_ARBITRAGE } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import type { Route } from './+types/arbitrer.ts';
import { readLigne } from './acces.server.ts';
import { ChampMontant } from './champs.tsx';
import { listFilLigne } from './fil.ts';
import { buildLigneLue } from './ligne-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const ligne = await readLigne(contexte, args.params.id, canArbitrerLigne);
    return { ligne: buildLigneLue(ligne, contexte.aujourdhui, await loadReglages(contexte)) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordArbitrage,
    avec: { id: args.params.id },
    vers: (id) => `/creches/budget/lignes/${id}`,
    fait: 'L’arbitrage est inscrit.',
  });
}

export default function Arbitrer({ loaderData: { ligne }, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Arbitrer la ligne"
      sous={`${ligne.libelle} · ${ligne.creche} · budget de ${formatCentimes(ligne.budgetCentimes)}`}
      fil={listFilLigne(ligne)}
      acte="Inscrire l’arbitrage"
      retour={`/creches/budget/lignes/${ligne.id}`}
      rendue={actionData}
      version={ligne.version}
      cote={
        <Bloc titre={`Atterrissage : ${ligne.atterrissage}`}>
          <EtapesDeCalcul etapes={ligne.etapes} textes={[]} />
        </Bloc>
      }
    >
      <Radios {...champ('suite')} libelle="Ce qui est décidé" choix={buildChoix(SUITES_ARBITRAGE)} requis />
      <ChampMontant champ={champ} nom="budget" libelle="Nouveau budget" aide="Seulement si le budget change." />
      <ZoneTexte {...champ('motif')} libelle="Motif" lignes={3} requis />
    </Saisie>
  );
}
