import { data, redirect } from 'react-router';
import { canAccueillir } from '#modules/eaje/index.ts';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { readHeureParis } from '#server/clock.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actSurPlace, readFormulaire, readPage, type SaisieRendue } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { listEnfantsPointables, listEtatsDuJour } from '../data/attendus.server.ts';
import { getCreche, readJourDePointage, recordPointages } from '../data/pointage.server.ts';
import { SENS } from '../pointage.ts';
import type { Route } from './+types/pointage.ts';
import './pointage.css';
import { buildSections, computeEtats, type EnfantVu, formatAttente, formatGeste } from './pointage-view.ts';
import { useTablette } from './tablette.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const creche = await getCreche(tx, args.params.id);
    if (!canAccueillir(agent, creche)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { jour, isFige, isPointable } = await readJourDePointage(contexte, creche);
    const enfants = await listEnfantsPointables(tx, creche.id, jour);
    const etats = await listEtatsDuJour(tx, creche.id, jour);
    const gestes = Object.fromEntries(enfants.map(({ enfantId }) => [enfantId, createIdentifiant()]));
    return {
      id: creche.id,
      nom: creche.nom,
      jour,
      isFige,
      isPointable,
      isFerme: jour !== aujourdhui,
      enfants,
      etats,
      gestes,
    };
  });
}

/** Sans JavaScript : un geste à la fois, à l'heure du serveur. L'identifiant du formulaire fait qu'un envoi répété ne compte qu'une fois. */
export async function action(args: Route.ActionArgs) {
  const valeurs = readFormulaire(await args.request.formData());
  const [heures = '0', minutes = '0'] = readHeureParis().split(':');
  const geste = {
    id: valeurs.geste,
    enfantId: valeurs.enfantId,
    sens: valeurs.sens,
    jour: valeurs.jour,
    minute: Number(heures) * 60 + Number(minutes),
  };
  const issue = await actSurPlace(args, {
    command: recordPointages,
    valeurs,
    avec: { etablissementId: args.params.id, gestes: [geste] },
  });
  if (!('resultat' in issue)) return issue;
  const refus = issue.resultat.refuses[0];
  if (refus)
    return data<SaisieRendue>({ valeurs, erreurs: { '': `Pointage refusé. ${refus.raison}` } }, { status: 422 });
  return redirect(`/creches/${args.params.id}/pointage`, { status: 303 });
}

export default function Pointage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, isFerme, isPointable, enfants } = loaderData;
  const tablette = useTablette({ crecheId: id, ...loaderData });
  const { jour } = tablette;
  const etats = computeEtats(tablette.etats, tablette.gestes, jour);
  const { sections, autres } = buildSections(enfants, etats, tablette.gestes);
  const rendu = { loaderData, tablette };
  return (
    <>
      <EnTetePage
        titre={`Pointage · ${nom}`}
        fil={[
          { titre: 'Crèches', href: '/creches' },
          { titre: nom, href: `/creches/${id}` },
        ]}
        sous={formatJour(jour, 'complet')}
        actes={<LienBouton href={`/creches/${id}/presences?jour=${jour}`}>Présences du jour</LienBouton>}
      />
      <OngletsCreche id={id} courant="pointage" />
      <EtatDeLaTablette tablette={tablette} loaderData={loaderData} />
      {actionData ? (
        <Avis ton="retard" annonce>
          {Object.values(actionData.erreurs).join(' ')}
        </Avis>
      ) : null}
      {isFerme ? (
        <Avis>
          La crèche est fermée aujourd’hui : voici son prochain jour d’ouverture.
          {isPointable ? null : ' Il se pointera ce jour-là.'}
        </Avis>
      ) : null}
      {jour === loaderData.jour ? null : (
        <Avis ton="bientot">
          Les enfants attendus sont ceux du {formatJour(loaderData.jour, 'complet')} : le réseau n’a pas encore donné
          ceux d’aujourd’hui.
        </Avis>
      )}
      {sections.length === 0 ? (
        <EtatVide titre="Aucun enfant attendu ce jour">
          Les enfants qui ont un contrat ou une réservation ce jour paraîtraient ici, par section.
        </EtatVide>
      ) : null}
      {sections.map((section) => (
        <section key={section.nom} className="pointage-section" aria-label={section.nom}>
          <h2>
            {section.nom} · {section.presents} sur {section.enfants.length}
          </h2>
          <Enfants enfants={section.enfants} {...rendu} />
        </section>
      ))}
      {autres.length > 0 ? (
        <Details titre={`Les autres enfants de la crèche (${autres.length})`}>
          <Enfants enfants={autres} {...rendu} />
        </Details>
      ) : null}
    </>
  );
}

type Rendu = { loaderData: Route.ComponentProps['loaderData']; tablette: ReturnType<typeof useTablette> };

const LIAISONS = {
  bonne: '',
  coupee: 'Le réseau ne répond pas : continuez, rien ne se perd.',
  deconnectee: 'Votre session est fermée : reconnectez-vous pour les envoyer.',
  refusee: 'Marelle ne prend pas ces pointages : vous n’accueillez plus dans cette crèche. Ils restent gardés ici.',
};

function EtatDeLaTablette({ tablette, loaderData: { id, enfants } }: Rendu) {
  const { gestes, liaison, refus, closeRefus } = tablette;
  const noms = new Map<string, string>(enfants.map(({ enfantId, prenom, nom }) => [enfantId, `${prenom} ${nom}`]));
  return (
    <div className="pointage-attente">
      {liaison !== 'bonne' || gestes.length > 0 ? (
        <Avis ton="bientot" annonce>
          {gestes.length > 0 ? `${formatAttente(gestes.length)}. ` : ''}
          {LIAISONS[liaison]}
        </Avis>
      ) : null}
      {refus.length > 0 ? (
        <Avis ton="retard" titre="Pointages refusés" annonce>
          {refus.map((geste) => (
            <p key={geste.id}>
              <strong>{noms.get(geste.enfantId) ?? 'Un enfant qui n’est plus dans la liste'}</strong>,{' '}
              {formatGeste(geste)}. {geste.raison}{' '}
              <a href={`/creches/${id}/presences/corriger?jour=${geste.jour}&enfant=${geste.enfantId}`}>
                Saisir la présence
              </a>{' '}
              <Bouton petit variante="discret" onClick={() => closeRefus(geste.id)}>
                C’est réglé
              </Bouton>
            </p>
          ))}
        </Avis>
      ) : null}
    </div>
  );
}

function Enfants({ enfants, loaderData, tablette: { jour, pointe } }: Rendu & { enfants: readonly EnfantVu[] }) {
  const { gestes, isPointable } = loaderData;
  return (
    <ul className="pointage-enfants">
      {enfants.map(({ enfantId, nom, etat, sens, isLa, enAttente }) => (
        <li key={enfantId}>
          <form
            method="post"
            onSubmit={(evenement) => {
              evenement.preventDefault();
              pointe(enfantId, sens);
            }}
          >
            <input type="hidden" name="geste" value={gestes[enfantId]} />
            <input type="hidden" name="enfantId" value={enfantId} />
            <input type="hidden" name="jour" value={jour} />
            <button
              type="submit"
              name="sens"
              disabled={!isPointable}
              value={sens}
              className={isLa ? 'pointage-geste est-la' : 'pointage-geste'}
            >
              <span>
                <strong>{nom}</strong>
                <small>
                  {etat}
                  {enAttente ? ', en attente d’envoi' : ''}
                </small>
              </span>
              {isPointable ? <span className="pointage-acte">{SENS[sens]}</span> : null}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
