import { canUpdateEnfant } from '#modules/acces/index.ts';
import { ChampsAdresse } from '#web/dossier/champs-identite.tsx';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { recordMenage } from '../data/menage-commands.server.ts';
import { LIBELLE_RESIDENCE } from '../menage.ts';
import type { Route } from './+types/foyer.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, () => ({}));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordMenage,
    avec: { personneId: args.params.id },
    vers: () => `/enfants/${args.params.id}`,
    fait: 'Le foyer est enregistré.',
  });
}

export default function AjouterFoyer({ loaderData, actionData }: Route.ComponentProps) {
  const { aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Ajouter un foyer"
      acte="Enregistrer le foyer"
      rendue={actionData}
    >
      <ChampTexte {...champ('libelle')} libelle="Nom du foyer" aide="Par exemple « Chez sa grand-mère »" requis />
      <ChampSelection
        {...champ('residence', 'principale')}
        libelle="Résidence"
        vide={null}
        choix={buildChoix(LIBELLE_RESIDENCE)}
      />
      <ChampJour {...champ('du', aujourdhui)} libelle="Depuis le" requis />
      <ChampsAdresse champ={champ} />
    </Saisie>
  );
}
