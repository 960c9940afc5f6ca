import { formatDelegataires, getSignature } from '#modules/delegations/index.server.ts';
import { getEnTeteInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { buildDossier, DossierInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { getParametre } from '#modules/organisation/index.server.ts';
import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Objections } from '#web/ui/objections.tsx';
import { getInformationSuivie } from '../data/faits.server.ts';
import type { Route } from './+types/suites.ts';
import { buildClotures } from './cloture-view.ts';
import { ADire, AMettreEnPlace, DecisionPrise, Proposition, Signalements } from './sections.tsx';
import { buildSuites } from './suites-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { id } = args.params;
    const dossier = buildDossier(await getEnTeteInformation(contexte, id), agent, aujourdhui);
    const suivie = await getInformationSuivie(contexte, id);
    await recordTrace(tx, { acte: 'suites.consulter', objetId: id });
    const relanceJours = await getParametre(tx, 'ip.relance-parquet-jours', aujourdhui);
    const aDecider = suivie.cible.etat === 'en-validation' && suivie.faits.rapport.valideLe !== null;
    const signature = aDecider ? await getSignature(contexte, 'ip.decider', suivie.cible.uniteId) : null;
    return {
      id,
      dossier,
      suites: buildSuites(suivie, agent, aujourdhui, relanceJours),
      clotures: buildClotures(suivie, dossier.actes, aujourdhui),
      signataires: signature && formatDelegataires(signature.delegataires),
    };
  });
}

export default function Suites({ loaderData }: Route.ComponentProps) {
  const { dossier, suites, clotures, signataires } = loaderData;
  return (
    <DossierInformation dossier={dossier} actif="suites" cote={<Clotures clotures={clotures} />}>
      {suites.decision ? (
        <DecisionPrise decision={suites.decision} />
      ) : (
        <ADecider signataires={signataires} etat={dossier.etat} />
      )}
      {suites.proposition ? <Proposition proposition={suites.proposition} /> : null}
      {suites.mesures.length > 0 ? <AMettreEnPlace mesures={suites.mesures} accordHref={suites.accordHref} /> : null}
      <Signalements signalements={suites.signalements} signalerHref={suites.signalerHref} />
      <ADire dues={suites.dues} sourceMuette={suites.sourceMuette} ecritsHref={suites.ecritsHref} />
    </DossierInformation>
  );
}

type Donnees = Route.ComponentProps['loaderData'];

function ADecider({ signataires, etat }: Pick<Donnees, 'signataires'> & { etat: string }) {
  return (
    <Bloc titre="La décision">
      {signataires ? (
        <p>
          Le rapport est validé, les suites sont à décider. <small>{signataires}</small>
        </p>
      ) : (
        <p>
          Rien n’est à décider : l’information est « {etat.toLocaleLowerCase('fr')} ». La décision vient sur un rapport
          validé ; un signalement urgent, lui, part à tout moment.
        </p>
      )}
    </Bloc>
  );
}

function Clotures({ clotures }: Pick<Donnees, 'clotures'>) {
  if (clotures.length === 0) return null;
  return (
    <Bloc titre="Clore l’information">
      {clotures.map(({ acte, titre, href, objections, possible }) => (
        <section key={acte} aria-label={titre}>
          <h3>{titre}</h3>
          {objections.length > 0 ? <Objections objections={objections} /> : <p>Rien ne s’y oppose.</p>}
          {possible && href ? (
            <p>
              <LienBouton petit href={href}>
                {titre}
              </LienBouton>
            </p>
          ) : null}
        </section>
      ))}
    </Bloc>
  );
}
