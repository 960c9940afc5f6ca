import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { closeInformation, updateInformation } from '../data/corrections-commands.server.ts';
import { getInformation } from '../data/suivi-queries.server.ts';
import { CATEGORIES_FAIT, DESTINATAIRES } from '../suite.ts';
import type { Route } from './+types/information-corriger.ts';
import { ChampMotif, ChampsInformation } from './champs.tsx';
import { listFilSuivi } from './fil.ts';

/** La même page corrige, ou retire : `?retirer` choisit l'acte. */
const isRetrait = (adresse: string) => new URL(adresse).searchParams.has('retirer');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const { information, ...fait } = await getInformation(tx, args.params.id);
    if (!canSuivre(agent, fait)) throw new Introuvable('Absent, ou hors de vos missions.');
    return { fait, information, retrait: isRetrait(args.request.url) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const commun = { avec: { id: args.params.id }, vers: (id: string) => `/creches/faits-marquants/${id}` };
  if (isRetrait(args.request.url))
    return actPage(args, {
      ...commun,
      command: closeInformation,
      fait: 'Information retirée ; ce qu’elle disait est gardé.',
    });
  return actPage(args, {
    ...commun,
    command: updateInformation,
    fait: 'Information corrigée ; ce qu’elle disait est gardé.',
  });
}

export default function CorrigerInformation({ loaderData, actionData }: Route.ComponentProps) {
  const { fait, information, retrait } = loaderData;
  const { saisi, champ } = readValeurs(actionData, information, { Le: 'le', À: 'heure' });
  return (
    <Saisie
      titre={retrait ? 'Retirer une information' : 'Corriger une information'}
      sous={`${DESTINATAIRES[information.destinataire]} · ${CATEGORIES_FAIT[fait.categorie]}, ${fait.creche}`}
      fil={listFilSuivi(fait.etablissementId, fait.creche)}
      acte={retrait ? 'Retirer l’information' : 'Enregistrer la correction'}
      danger={retrait}
      retour={`/creches/faits-marquants/${fait.id}`}
      rendue={actionData}
      saisi={saisi}
      version={information.version}
      intro={retrait ? 'Personne n’a été informé : ce qui reste dû revient dans « Ma journée ».' : undefined}
    >
      {retrait ? null : <ChampsInformation champ={champ} />}
      <ChampMotif champ={champ} libelle={retrait ? 'Pourquoi la retirer' : undefined} />
      {retrait ? null : (
        <p>
          <a href={`/creches/faits-marquants/informations/${information.id}/corriger?retirer`}>
            Retirer cette information, inscrite par erreur
          </a>
        </p>
      )}
    </Saisie>
  );
}
