import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { recordAccord } from '../data/accord-commands.server.ts';
import { getInformationSuivie } from '../data/faits.server.ts';
import { canRecordAccord } from '../droits.ts';
import { LIBELLE_ACCORD, LIBELLE_NATURE_ENVISAGEE, LIBELLE_REPONSE } from '../mesure-envisagee.ts';
import type { Route } from './+types/accord.ts';
import { formatAdresseSuites } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { cible, faits } = await getInformationSuivie(contexte, id);
    const mesures = faits.mesures.filter(({ accord }) => accord !== 'sans-objet');
    if (mesures.length === 0 || !canRecordAccord(contexte.agent, cible))
      throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      id,
      numero: cible.numero,
      aujourdhui: contexte.aujourdhui,
      aRecueillir: mesures.filter(({ accord }) => accord === 'a-recueillir').map(({ id: mesure }) => mesure),
      mesures: mesures.map(({ id: valeur, nature, mineurId, accord }) => ({
        valeur,
        libelle: `${LIBELLE_NATURE_ENVISAGEE[nature]}, ${faits.mineurs.find((mineur) => mineur.id === mineurId)?.nom ?? ''}`,
        aide: LIBELLE_ACCORD[accord],
      })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: recordAccord,
    avec: { informationId: id },
    vers: () => formatAdresseSuites(id),
    fait: 'La réponse de la famille est inscrite.',
  });
}

export default function Accord({ loaderData, actionData }: Route.ComponentProps) {
  const { id, numero, mesures, aRecueillir, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Accord de la famille"
      sous={numero}
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseSuites(id) },
      ]}
      acte="Inscrire la réponse de la famille"
      retour={formatAdresseSuites(id)}
      rendue={actionData}
      intro="Rien ne commence sans l’accord écrit des représentants légaux (CASF, art. L223-2, al. 1). Refusé en cas de danger, il conduit à la saisine (L226-4 I)."
    >
      <CasesACocher
        nom="mesures"
        libelle="Pour"
        choix={mesures}
        valeurs={actionData ? [actionData.valeurs.mesures ?? []].flat() : aRecueillir}
        erreur={actionData?.erreurs.mesures}
        requis
      />
      <Radios {...champ('accord')} libelle="Réponse" choix={buildChoix(LIBELLE_REPONSE)} requis />
      <ChampJour {...champ('accordLe', aujourdhui)} libelle="Le" requis />
    </Saisie>
  );
}
