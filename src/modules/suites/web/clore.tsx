import { canActer, LIBELLE_ACTE } from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { buildObjections } from '#web/ui/objection.ts';
import { Objections } from '#web/ui/objections.tsx';
import { closeInformation } from '../data/cloture-commands.server.ts';
import { getInformationSuivie } from '../data/faits.server.ts';
import { ClotureSaisie } from '../decision-saisie.ts';
import { evaluateCloture } from '../rules/cloture.ts';
import type { Route } from './+types/clore.ts';
import { formatAdresseSuites } from './adresses.ts';

const findActe = (request: Request) =>
  ClotureSaisie.shape.acte.safeParse(new URL(request.url).searchParams.get('acte')).data;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { cible, faits } = await getInformationSuivie(contexte, id);
    const acte = findActe(args.request);
    if (!acte || !canActer(contexte.agent, cible, acte)) throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      id,
      numero: cible.numero,
      version: cible.version,
      titre: LIBELLE_ACTE[acte],
      objections: buildObjections(evaluateCloture(acte, faits, contexte.aujourdhui)),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: closeInformation,
    avec: { informationId: id, acte: findActe(args.request) },
    vers: () => formatAdresseSuites(id),
    fait: 'L’information est close ; ce qui reste à dire à la famille et à la source reste dû.',
  });
}

export default function Clore({ loaderData, actionData }: Route.ComponentProps) {
  const { id, numero, version, titre, objections } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={titre}
      sous={numero}
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseSuites(id) },
      ]}
      acte={titre}
      retour={formatAdresseSuites(id)}
      rendue={actionData}
      version={version}
      intro="L’information sort des files ; l’équipe d’évaluation ne suit plus les enfants à ce titre."
      cote={
        objections.length > 0 ? (
          <section className="bloc">
            <h2>Avant de clore</h2>
            <Objections objections={objections} />
          </section>
        ) : null
      }
    >
      <ZoneTexte {...champ('note')} libelle="Ce que l’on veut en retenir" lignes={3} />
    </Saisie>
  );
}
