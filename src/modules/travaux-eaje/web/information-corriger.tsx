import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { getInformationTravaux } from '../data/dossiers-queries.server.ts';
import { closeInformationTravaux, updateInformationTravaux } from '../data/suites-commands.server.ts';
import { INFORMES_TRAVAUX } from '../dossier-travaux.ts';
import type { Route } from './+types/information-corriger.ts';
import { formatAdresseDossier, formatAdresseInformation, listFilTravaux } from './adresses.ts';

/** La même page corrige, ou retire : `?retirer` choisit l'acte. */
const isRetrait = (adresse: string) => new URL(adresse).searchParams.has('retirer');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const { information, ...dossier } = await getInformationTravaux(tx, args.params.id);
    if (!canSuivre(agent, dossier)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { dossier, information, retrait: isRetrait(args.request.url) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const commun = { avec: { id: args.params.id }, vers: (id: string) => formatAdresseDossier(id) };
  if (isRetrait(args.request.url))
    return actPage(args, {
      ...commun,
      command: closeInformationTravaux,
      fait: 'Information retirée ; ce qu’elle disait est gardé.',
    });
  return actPage(args, {
    ...commun,
    command: updateInformationTravaux,
    fait: 'Information corrigée ; ce qu’elle disait est gardé.',
  });
}

export default function CorrigerInformationTravaux({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, information, retrait } = loaderData;
  const { erreurs, v, saisi } = readValeurs(actionData, information, { 'Qui est informé': 'destinataire', Le: 'le' });
  const champ = (nom: string) => ({ nom, valeur: v(nom), erreur: erreurs[nom] });
  return (
    <Saisie
      titre={retrait ? 'Retirer une information' : 'Corriger une information'}
      sous={`${INFORMES_TRAVAUX[information.destinataire]} · ${dossier.objet}, ${dossier.creche}`}
      fil={listFilTravaux(dossier, dossier)}
      acte={retrait ? 'Retirer l’information' : 'Enregistrer la correction'}
      danger={retrait}
      retour={formatAdresseDossier(dossier.id)}
      rendue={actionData}
      saisi={saisi}
      version={information.version}
      intro={retrait ? 'Personne n’a été informé : ce qui reste dû revient dans « Ma journée ».' : undefined}
    >
      {retrait ? null : (
        <>
          <Radios {...champ('destinataire')} libelle="Qui est informé" choix={buildChoix(INFORMES_TRAVAUX)} requis />
          <ChampJour {...champ('le')} libelle="Le" requis />
        </>
      )}
      <ZoneTexte
        {...champ('motif')}
        libelle={retrait ? 'Pourquoi la retirer' : 'Pourquoi corriger'}
        lignes={2}
        requis
      />
      {retrait ? null : (
        <p>
          <a href={formatAdresseInformation(information.id, '?retirer')}>
            Retirer cette information, inscrite par erreur
          </a>
        </p>
      )}
    </Saisie>
  );
}
