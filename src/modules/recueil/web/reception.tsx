import { canRecueillir } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { updateReception } from '../data/correction-commands.server.ts';
import { getCorrigeable } from '../data/correction-queries.server.ts';
import type { Route } from './+types/reception.ts';
import { readPageDActe } from './acte.server.ts';
import type { Valeurs } from './blocs.ts';
import { buildChamp } from './champs-foyer.tsx';
import { ChampsSource } from './champs-source.tsx';
import { buildValeursDeReception } from './correction-view.ts';
import { buildSur } from './page-acte.tsx';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(args, canRecueillir, async (contexte, { id }) => ({
    valeurs: buildValeursDeReception(await getCorrigeable(contexte, id)),
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateReception,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'La réception est corrigée.',
  });
}

export default function CorrigerReception({ loaderData, actionData }: Route.ComponentProps) {
  const valeurs: Valeurs = actionData?.valeurs ?? loaderData.valeurs;
  const formulaire = { valeurs, erreurs: actionData?.erreurs ?? {} };
  const champ = buildChamp(formulaire);
  return (
    <Saisie
      titre="Corriger la réception"
      acte="Enregistrer la correction"
      {...buildSur(loaderData)}
      rendue={actionData}
    >
      <div className="groupe-champs">
        <ChampJour {...champ('recueLe')} libelle="Reçue le" aide="Le délai légal court de ce jour" requis />
        <ChampTexte {...champ('recueHeure')} libelle="À" aide="Heure de Paris" taille="court" requis />
      </div>
      <ChampsSource formulaire={formulaire} />
      <ChampTexte
        {...champ('motif')}
        libelle="Ce qui est corrigé, et pourquoi"
        aide="L’histoire de l’information le garde."
        taille="long"
        requis
      />
    </Saisie>
  );
}
