import { formatDelegataires, getSignature } from '#modules/delegations/index.server.ts';
import { getEnTeteInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { buildDossier, DossierInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { buildObjections } from '#web/ui/objection.ts';
import { Objections } from '#web/ui/objections.tsx';
import { recordDecision } from '../data/decision-commands.server.ts';
import { getInformationSuivie } from '../data/faits.server.ts';
import { canDecider } from '../droits.ts';
import type { Route } from './+types/decider.ts';
import { formatAdresseSuites } from './adresses.ts';
import { buildDecider } from './decider-view.ts';
import { DejaDecidee } from './deja-decidee.tsx';
import { FormulaireDecision } from './formulaire-decision.tsx';
import { Proposition } from './sections.tsx';
import { buildSuites } from './suites-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    const { id } = args.params;
    const suivie = await getInformationSuivie(contexte, id);
    if (!canDecider(agent, suivie.cible)) throw new Introuvable('Absente, ou hors de vos missions.');
    const signature = await getSignature(contexte, 'ip.decider', suivie.cible.uniteId);
    const { decision, proposition } = buildSuites(suivie, agent, aujourdhui, 0);
    return {
      id,
      dossier: buildDossier(await getEnTeteInformation(contexte, id), agent, aujourdhui),
      decision,
      proposition,
      decider: buildDecider(suivie, new URL(args.request.url).searchParams.get('decision')),
      signature: {
        vaut: signature.verdict.issue === 'accepte',
        objections: buildObjections(signature.verdict),
        qui: formatDelegataires(signature.delegataires),
      },
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: recordDecision,
    avec: { informationId: id },
    vers: () => formatAdresseSuites(id),
    fait: 'La décision est prise ; ce qu’elle entraîne est créé.',
  });
}

export default function Decider({ loaderData, actionData }: Route.ComponentProps) {
  const { id, dossier, decision, proposition, decider, signature } = loaderData;
  if (decision)
    return (
      <DossierInformation dossier={dossier} actif="suites">
        <DejaDecidee decision={decision} rendue={actionData} retour={formatAdresseSuites(id)} />
      </DossierInformation>
    );
  return (
    <DossierInformation
      dossier={dossier}
      actif="suites"
      cote={proposition ? <Proposition proposition={proposition} /> : null}
    >
      {signature.vaut ? null : (
        <Avis ton="retard" titre="Votre signature ne vaut pas pour cet acte ce jour">
          <Objections objections={signature.objections} />
          <p>{signature.qui}</p>
        </Avis>
      )}
      {decider.choisie ? (
        <FormulaireDecision id={id} decider={decider} choisie={decider.choisie} rendue={actionData} />
      ) : (
        <ChoixDeLaSuite id={id} choix={decider.choix} permis={signature.vaut} />
      )}
    </DossierInformation>
  );
}

type Donnees = Route.ComponentProps['loaderData'];

function ChoixDeLaSuite({ id, choix, permis }: { id: string; choix: Donnees['decider']['choix']; permis: boolean }) {
  return choix.map(({ code, titre, consequence, proposee, objections }) => {
    const ouverte = permis && objections.every(({ bloque }) => !bloque);
    return (
      <Bloc
        key={code}
        titre={
          <>
            {titre} {proposee ? <Etiquette ton="accent">proposée par l’équipe</Etiquette> : null}
          </>
        }
      >
        <p>{consequence}</p>
        {objections.length > 0 ? <Objections objections={objections} /> : null}
        {ouverte ? (
          <p>
            <LienBouton
              variante={proposee ? 'principal' : 'secondaire'}
              href={`${formatAdresseSuites(id, 'decider')}?decision=${code}`}
            >
              Décider : {titre.toLocaleLowerCase('fr')}
            </LienBouton>
          </p>
        ) : null}
      </Bloc>
    );
  });
}
