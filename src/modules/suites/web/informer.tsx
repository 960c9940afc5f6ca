import { recordInformationDonnee } from '#modules/informations-preoccupantes/index.server.ts';
import {
  canConduire,
  LIBELLE_A_QUI,
  LIBELLE_FORME_OU_DISPENSE,
  LIBELLE_OBJET,
} from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { EtapesDeCalcul } from '#web/ui/details.tsx';
import { getInformationSuivie } from '../data/faits.server.ts';
import { formatDue, listInformationsDues } from '../rules/information-due.ts';
import type { Route } from './+types/informer.ts';
import { formatAdresseEcrits, formatAdresseSuites } from './adresses.ts';

/** Ce qui est dû et que l'adresse désigne : quoi, à qui, de quelle saisine. */
function readDesigne(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    objet: searchParams.get('objet') ?? '',
    aQui: searchParams.get('aQui') ?? '',
    signalementId: searchParams.get('signalementId') ?? '',
  };
}

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { cible, faits } = await getInformationSuivie(contexte, id);
    const designe = readDesigne(args.request);
    const due = listInformationsDues(faits).find(
      ({ objet, aQui, signalementId }) =>
        objet === designe.objet && aQui === designe.aQui && (signalementId ?? '') === designe.signalementId,
    );
    if (!due || !canConduire(contexte.agent, cible)) throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      id,
      numero: cible.numero,
      aujourdhui: contexte.aujourdhui,
      titre: LIBELLE_OBJET[due.objet],
      qui: LIBELLE_A_QUI[due.aQui],
      parEcrit: due.objet === 'saisine',
      dejaDit: due.faite !== null,
      phrase: formatDue(due, contexte.aujourdhui),
      etapes: due.etapes,
      textes: due.textes.map(formatTexte),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: recordInformationDonnee,
    avec: { informationId: id, ...readDesigne(args.request) },
    vers: () => formatAdresseSuites(id),
    fait: 'L’information donnée est inscrite.',
  });
}

export default function Informer({ loaderData, actionData }: Route.ComponentProps) {
  const { id, numero, titre, qui, parEcrit, aujourdhui, phrase, etapes, textes } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={`Inscrire : ${titre.toLocaleLowerCase('fr')}`}
      sous={`${numero} · ${qui}`}
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseSuites(id) },
      ]}
      acte="Inscrire l’information donnée"
      retour={formatAdresseSuites(id)}
      rendue={actionData}
      cote={
        <section className="bloc">
          <h2>Ce qui est dû</h2>
          <p>{phrase}</p>
          <EtapesDeCalcul etapes={etapes} textes={textes} />
          <p>
            <a href={formatAdresseEcrits(id)}>Les écrits à envoyer</a>
          </p>
        </section>
      }
    >
      <div className="groupe-champs">
        <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
        <ChampTexte {...champ('precisionQui')} libelle="À qui, précisément" aide="Par exemple : la mère seule" />
      </div>
      <Radios
        {...champ('forme', parEcrit ? 'courrier' : null)}
        libelle="Comment"
        aide={parEcrit ? 'Par écrit : courrier, courriel ou écrit remis en main propre' : undefined}
        choix={buildChoix(LIBELLE_FORME_OU_DISPENSE)}
        requis
      />
      <ZoneTexte
        {...champ('dispenseMotif')}
        libelle="En quoi l’intérêt de l’enfant s’y oppose"
        aide="Seulement si rien n’est dit"
        lignes={3}
      />
    </Saisie>
  );
}
