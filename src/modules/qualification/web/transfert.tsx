import { canActer } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { getDepartement, listDepartementsOfficiels } from '#modules/organisation/index.server.ts';
import { readPageDActe } from '#modules/recueil/index.server.ts';
import { buildSur } from '#modules/recueil/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordTransfert } from '../data/transfert-commands.server.ts';
import type { Route } from './+types/transfert.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(
    args,
    (agent, cible) => canActer(agent, cible, 'transferer'),
    async (contexte) => {
      const { code: ici } = await getDepartement(contexte);
      return {
        departements: listDepartementsOfficiels()
          .filter(({ code }) => code !== ici)
          .map(({ code, nom }) => ({ valeur: code, libelle: `${code} ${nom}` })),
      };
    },
  );
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordTransfert,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id, 'transfert/dossier'),
    fait: 'L’information est transférée. Voici le dossier à transmettre.',
  });
}

export default function Transferer({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Transférer à un autre département"
      acte="Transférer"
      {...buildSur(loaderData)}
      rendue={actionData}
      intro="Les parents en sont informés, et le département d’accueil accuse réception (CASF, art. L221-3, à confirmer)."
    >
      <ChampSelection
        {...champ('departementCode')}
        libelle="Département d’accueil"
        choix={loaderData.departements}
        requis
      />
      <ZoneTexte {...champ('motif')} libelle="Pourquoi" lignes={3} requis />
      <div className="groupe-champs">
        <ChampJour {...champ('transmisLe', loaderData.aujourdhui)} libelle="Transmise le" requis />
        <ChampJour
          {...champ('parentsInformesLe')}
          libelle="Parents informés le"
          aide="Vide si ce n’est pas encore fait"
        />
      </div>
    </Saisie>
  );
}
