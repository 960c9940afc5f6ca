import { canUpdateEnfant } from '#modules/acces/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { listLiens } from '../data/lien-queries.server.ts';
import { recordMembre } from '../data/menage-commands.server.ts';
import { listFoyers } from '../data/menage-queries.server.ts';
import { LIBELLE_LIEN_QUALITE } from '../lien.ts';
import { LIBELLE_RESIDENCE } from '../menage.ts';
import type { Route } from './+types/membre.ts';

export function loader(args: Route.LoaderArgs) {
  const { id, menage } = args.params;
  return readSaisie(args, canUpdateEnfant, async (contexte, enfant) => {
    const foyer = (await listFoyers(contexte, id)).find(({ menageId }) => menageId === menage);
    if (!foyer) throw new Introuvable('Ce foyer est absent, ou hors de vos missions.');
    const liens = await listLiens(contexte, id);
    const qui = new Map([
      [id, `${enfant.nom}, l’enfant`],
      ...liens.map(
        ({ personneId, personne, qualite }) =>
          [personneId, `${formatPersonne(personne)}, ${LIBELLE_LIEN_QUALITE[qualite]}`] as const,
      ),
    ]);
    return { libelle: foyer.libelle, qui: [...qui].map(([valeur, libelle]) => ({ valeur, libelle })) };
  });
}

export function action(args: Route.ActionArgs) {
  const { id, menage } = args.params;
  return actPage(args, {
    command: recordMembre,
    avec: { menageId: menage },
    vers: () => `/enfants/${id}`,
    fait: 'L’arrivée dans le foyer est enregistrée.',
  });
}

export default function RejoindreFoyer({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const { libelle, qui, aujourdhui } = loaderData;
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Quelqu’un rejoint le foyer"
      acte="Enregistrer l’arrivée"
      rendue={actionData}
      intro={`${libelle}. Une personne absente de cette liste s’ajoute d’abord autour de l’enfant.`}
    >
      <ChampSelection {...champ('personneId')} libelle="Qui" choix={qui} requis />
      <ChampSelection
        {...champ('residence', 'principale')}
        libelle="Résidence"
        vide={null}
        choix={buildChoix(LIBELLE_RESIDENCE)}
      />
      <div className="groupe-champs">
        <ChampJour {...champ('du', aujourdhui)} libelle="Depuis le" requis />
        <ChampJour {...champ('au')} libelle="Jusqu’au" aide="Vide : sans fin connue" />
      </div>
    </Saisie>
  );
}
