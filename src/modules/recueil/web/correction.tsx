import { data } from 'react-router';
import { canConduire } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { listCommunesAChoisir } from '#modules/organisation/index.server.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { updateInformation } from '../data/correction-commands.server.ts';
import { getCorrigeable } from '../data/correction-queries.server.ts';
import type { Route } from './+types/correction.ts';
import { readPageDActe } from './acte.server.ts';
import { buildSaisie, findApresGeste, type Valeurs } from './blocs.ts';
import { buildChamp, ChampsAdultes, ChampsMineurs } from './champs-foyer.tsx';
import { ChampsAdresse, ChampsFaits } from './champs-source.tsx';
import { buildSaisi, buildValeursDuFoyer } from './correction-view.ts';
import { buildSur } from './page-acte.tsx';
import { readSaisieInformation } from './saisie.server.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(args, canConduire, async (contexte, { id }) => ({
    valeurs: buildValeursDuFoyer(await getCorrigeable(contexte, id)),
    communes: (await listCommunesAChoisir(contexte)).map(({ nom }) => nom),
  }));
}

type Rendue = { erreurs: Record<string, string>; valeurs: Valeurs };

export async function action(args: Route.ActionArgs) {
  const { valeurs: tape, geste } = await readSaisieInformation(args.request);
  const apres = findApresGeste(tape, geste);
  if (apres) return data<Rendue>({ erreurs: {}, valeurs: apres });
  const { valeurs, mineurs, adultes } = buildSaisie(tape);
  return actPage(args, {
    command: updateInformation,
    valeurs,
    avec: { id: args.params.id, mineurs, adultes },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’information est corrigée.',
  });
}

export default function Corriger({ loaderData, actionData }: Route.ComponentProps) {
  const valeurs: Valeurs = actionData?.valeurs ?? loaderData.valeurs;
  const formulaire = { valeurs, erreurs: actionData?.erreurs ?? {} };
  return (
    <Saisie
      titre="Corriger les faits et le foyer"
      acte="Enregistrer la correction"
      {...buildSur(loaderData)}
      rendue={actionData}
      saisi={buildSaisi(valeurs)}
    >
      <button type="submit" name="geste" value="relire" className="lecteur" tabIndex={-1} aria-hidden="true">
        Relire
      </button>
      <input type="hidden" name="rendu" value={String(valeurs.rendu ?? '0')} />
      <ChampsMineurs formulaire={formulaire} />
      <ChampsAdresse formulaire={formulaire} communes={loaderData.communes} />
      <ChampsAdultes formulaire={formulaire} offerts={0} />
      <ChampsFaits formulaire={formulaire} />
      <ChampTexte
        {...buildChamp(formulaire)('motif')}
        libelle="Ce qui est corrigé, et pourquoi"
        aide="L’histoire de l’information le garde."
        taille="long"
        requis
      />
    </Saisie>
  );
}
