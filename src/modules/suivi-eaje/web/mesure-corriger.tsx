import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { updateDemande } from '../data/corrections-commands.server.ts';
import { getMesure } from '../data/suivi-queries.server.ts';
import { NATURES_MESURE } from '../suite.ts';
import type { Route } from './+types/mesure-corriger.ts';
import { ChampMotif } from './champs.tsx';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const mesure = await getMesure(tx, args.params.id);
    if (!canSuivre(agent, mesure) || mesure.etat === 'CLOSE')
      throw new Introuvable('Absente, ou hors de vos missions.');
    return { mesure, montre: { ...mesure, natureMesure: mesure.nature } };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateDemande,
    avec: { id: args.params.id },
    vers: (id) => `/creches/mesures-correctives/${id}`,
    fait: 'Mesure corrigée ; ce qu’elle disait est gardé.',
  });
}

export default function CorrigerMesure({ loaderData: { mesure, montre }, actionData }: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, montre, {
    'Ce qui est demandé': 'libelle',
    'À réaliser pour le': 'pour',
  });
  return (
    <Saisie
      titre="Corriger une mesure corrective"
      sous={`${mesure.creche} · ${mesure.libelle}`}
      fil={listFilSuivi(mesure.etablissementId, mesure.creche)}
      acte="Enregistrer la correction"
      retour={`/creches/mesures-correctives/${mesure.id}`}
      rendue={actionData}
      saisi={saisi}
      version={mesure.version}
    >
      <ChampSelection {...champ('natureMesure')} libelle="Nature" choix={buildChoix(NATURES_MESURE)} requis />
      <ChampTexte {...champ('libelle')} libelle="Ce qui est demandé" requis />
      <ChampJour {...champ('pour')} libelle="À réaliser pour le" requis />
      <ChampMotif champ={champ} />
    </Saisie>
  );
}
