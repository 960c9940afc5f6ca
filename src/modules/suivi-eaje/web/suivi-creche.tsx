import { type ContactUrgence, canSuivre } from '#modules/eaje/index.ts';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Avis } from '#web/ui/message.tsx';
import { listSuiviDe } from '../data/creche-queries.server.ts';
import { getCrecheSuivie } from '../data/suivi-queries.server.ts';
import { isInformationDue } from '../rules/contact.ts';
import { AUTORITES, NATURES_CONTROLE } from '../suite.ts';
import type { Route } from './+types/suivi-creche.ts';
import { formatAdresseContact } from './fil.ts';
import { FaitsMarquants, MesuresCorrectives } from './listes.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCrecheSuivie(tx, args.params.id);
    if (!canSuivre(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { creche, jour: aujourdhui, ...(await listSuiviDe(tx, creche.id)) };
  });
}

export default function SuiviDeLaCreche({ loaderData }: Route.ComponentProps) {
  const { creche, jour, mesures, faits, controles, contacts } = loaderData;
  return (
    <>
      <EnTetePage
        titre={`Suivi · ${creche.nom}`}
        fil={[
          { titre: 'Crèches', href: '/creches' },
          { titre: creche.nom, href: `/creches/${creche.id}` },
        ]}
        actes={
          <>
            <LienBouton href={`/creches/${creche.id}/suivi/fait`} variante="principal">
              Déclarer un fait marquant
            </LienBouton>
            <LienBouton href={`/creches/${creche.id}/suivi/controle`}>Inscrire un contrôle</LienBouton>
          </>
        }
      />
      <OngletsCreche id={creche.id} courant="suivi" />
      <ContactDUrgence id={creche.id} contacts={contacts} />
      <h2>Mesures correctives</h2>
      <MesuresCorrectives mesures={mesures} jour={jour} />
      <h2>Faits marquants</h2>
      <FaitsMarquants faits={faits} />
      <Bloc titre="Contrôles">
        {controles.length === 0 ? <p>Aucun contrôle n’est inscrit.</p> : null}
        <LignesDeBloc
          lignes={controles.map((controle) => ({
            cle: controle.id,
            titre: (
              <>
                {formatJour(controle.jour, 'long')} · {NATURES_CONTROLE[controle.nature]} ·{' '}
                {AUTORITES[controle.autorite]}{' '}
                <a href={`/creches/controles/${controle.id}/mesure`}>
                  Ajouter une mesure<span className="lecteur"> au contrôle du {formatJour(controle.jour, 'long')}</span>
                </a>{' '}
                <a href={`/creches/controles/${controle.id}/corriger`}>
                  Corriger<span className="lecteur"> le contrôle du {formatJour(controle.jour, 'long')}</span>
                </a>
              </>
            ),
            detail: controle.constats,
          }))}
        />
      </Bloc>
    </>
  );
}

function ContactDUrgence({ id, contacts }: { id: string; contacts: readonly ContactUrgence[] }) {
  const [contact] = contacts;
  return (
    <>
      {isInformationDue(contacts) ? (
        <Avis ton="retard" titre="Le président du conseil départemental n’est pas informé du nouveau contact d’urgence">
          Il l’est sans délai (CSP, art. R2324-25) :{' '}
          <a href={formatAdresseContact(id, '/informer')}>inscrire l’information</a>.
        </Avis>
      ) : null}
      <p>
        {contact
          ? `Contact d’urgence : ${contact.nom}, ${contact.telephone}, depuis le ${formatJour(contact.du, 'long')}. `
          : 'Aucun contact d’urgence n’est inscrit. '}
        <a href={formatAdresseContact(id)}>
          {contact ? 'Changer le contact d’urgence' : 'Inscrire le contact d’urgence'}
        </a>
      </p>
    </>
  );
}
