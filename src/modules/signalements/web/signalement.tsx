import { getEnTeteInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { buildDossier, DossierInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { getParametre } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Boutons, LienBouton } from '#web/ui/bouton.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { Objections } from '#web/ui/objections.tsx';
import { getSignalementSuivi } from '../data/signalement-acte.server.ts';
import { canSuivreSignalement } from '../droits.ts';
import type { Route } from './+types/signalement.ts';
import { formatAdresseSuites } from './adresses.ts';
import { buildSignalement } from './signalement-fiche-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { id, signalement: signalementId } = args.params;
    const suivi = await getSignalementSuivi(contexte, { id: signalementId });
    if (suivi.cible.id !== id) throw new Introuvable('Absent, ou hors de vos missions.');
    await recordTrace(tx, {
      acte: 'suites.signalement.consulter',
      objetId: id,
      detail: { signalement: signalementId },
    });
    const relanceJours = await getParametre(tx, 'ip.relance-parquet-jours', aujourdhui);
    return {
      id,
      dossier: buildDossier(await getEnTeteInformation(contexte, id), agent, aujourdhui),
      signalement: buildSignalement(suivi, aujourdhui, relanceJours),
      peut: canSuivreSignalement(agent, suivi.cible),
    };
  });
}

export default function Signalement({ loaderData }: Route.ComponentProps) {
  const { id, dossier, signalement, peut } = loaderData;
  const { etat, ton, urgent, motif, autorite, demandes, argumentaire, actionsMenees, rapportJoint } = signalement;
  return (
    <DossierInformation dossier={dossier} actif="suites" cote={<Vie signalement={signalement} />}>
      <Bloc
        titre={
          <>
            Signalement au procureur <Etiquette ton={ton}>{etat}</Etiquette>{' '}
            {urgent ? <Etiquette ton="retard">urgent</Etiquette> : null}
          </>
        }
      >
        {peut ? <Actes actes={signalement.actes} /> : null}
        {signalement.manques.length > 0 ? (
          <Avis ton="bientot" titre="Avant de le signer">
            <Objections objections={signalement.manques} />
          </Avis>
        ) : null}
        <dl className="definitions">
          <Definition titre="Autorité saisie" valeur={autorite} />
          <Definition titre="Motif" valeur={motif} />
          <Definition titre="Demandes" valeur={demandes.join(' ; ') || 'aucune demande précise'} />
          <Definition titre="Le danger et ses raisons" valeur={argumentaire ?? 'à écrire'} />
          <Definition titre="Actions déjà menées" valeur={actionsMenees ?? 'à écrire'} />
          <Definition
            titre="Rapport d’évaluation"
            valeur={
              rapportJoint ? `joint, validé le ${rapportJoint}` : 'pas encore validé : le signalement part sans lui'
            }
          />
        </dl>
      </Bloc>
      {peut && signalement.ecritHref ? (
        <p>
          <LienBouton petit href={signalement.ecritHref}>
            Télécharger l’écrit au procureur
          </LienBouton>
        </p>
      ) : null}
      <p>
        <a href={formatAdresseSuites(id)}>Toutes les suites de l’information</a>
      </p>
    </DossierInformation>
  );
}

function Definition({ titre, valeur }: { titre: string; valeur: string }) {
  return (
    <div>
      <dt>{titre}</dt>
      <dd className="recit">{valeur}</dd>
    </div>
  );
}

type Donnees = Route.ComponentProps['loaderData']['signalement'];

function Actes({ actes }: Pick<Donnees, 'actes'>) {
  return (
    <Boutons>
      {actes.map(({ acte, titre, href }) => (
        <LienBouton
          key={acte}
          petit
          variante={
            acte === 'signer' || acte === 'envoyer' ? 'principal' : acte === 'abandonner' ? 'discret' : 'secondaire'
          }
          href={href}
        >
          {titre}
        </LienBouton>
      ))}
    </Boutons>
  );
}

function Vie({ signalement: { vie, attente } }: { signalement: Donnees }) {
  return (
    <Bloc titre="Sa vie">
      {attente ? (
        <Avis ton={attente.retard ? 'retard' : 'attente'} titre={attente.titre}>
          {attente.quand}
          <Details>
            <EtapesDeCalcul etapes={attente.etapes} textes={attente.textes} />
          </Details>
        </Avis>
      ) : null}
      <dl className="definitions">
        {vie.map(({ titre, valeur }) => (
          <Definition key={titre} titre={titre} valeur={valeur} />
        ))}
      </dl>
    </Bloc>
  );
}
