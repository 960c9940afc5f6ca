import { listUnitesAChoisir } from '#modules/acces/index.server.ts';
import { canRecordReouverture } from '#modules/acces/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { findTerritoire, recordReouverture } from '../data/dossier-commands.server.ts';
import { LIBELLE_REOUVERTURE_MOTIF } from '../reouverture.ts';
import type { Route } from './+types/reouverture.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canRecordReouverture, async (contexte, { id, numero, closLe }) => {
    const territoire = await findTerritoire(contexte, id);
    const unites = territoire ? [] : await listUnitesAChoisir(contexte);
    return {
      numero,
      closLe: closLe && formatJour(closLe, 'long'),
      territoire: territoire ?? null,
      unites: unites.filter((unite) => contexte.agent.unites.includes(unite.id)),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordReouverture,
    avec: { id: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'Le dossier est rouvert : il est de nouveau dans les listes.',
  });
}

export default function RouvrirDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { numero, closLe, territoire, unites, version } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Rouvrir le dossier"
      acte={`Rouvrir le dossier ${numero}`}
      rendue={actionData}
      version={version}
      intro={`Fermé le ${closLe}. Il revient dans les listes aujourd’hui ; les missions qui couraient encore reprennent${territoire ? `, celle de « ${territoire} » comprise` : ''}.`}
    >
      <ChampSelection {...champ('motif')} libelle="Raison" choix={buildChoix(LIBELLE_REOUVERTURE_MOTIF)} requis />
      <ZoneTexte {...champ('explication')} libelle="Ce qui s’est passé" lignes={2} requis />
      {territoire ? null : (
        <ChampSelection
          {...champ('uniteId')}
          libelle="Territoire qui suivra l’enfant"
          aide="Plus aucun ne le suit aujourd’hui"
          choix={buildChoixNommes(unites)}
          requis
        />
      )}
    </Saisie>
  );
}
