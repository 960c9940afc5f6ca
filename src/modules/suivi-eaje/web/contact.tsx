import { type ContactUrgence, canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { updateContactUrgence } from '../data/contact-commands.server.ts';
import { readContacts } from '../data/creche-queries.server.ts';
import { isInformationDue } from '../rules/contact.ts';
import { formatContactLu } from '../suivi-saisie.ts';
import type { Route } from './+types/contact.ts';
import { formatAdresseContact, listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const lu = await readContacts(tx, args.params.id);
    if (!canSuivre(agent, lu.creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { ...lu, aujourdhui };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: updateContactUrgence,
    avec: { etablissementId: id },
    vers: (due) => (due ? formatAdresseContact(id, '/informer') : `/creches/${id}/suivi`),
    fait: (due) =>
      due
        ? 'Contact d’urgence changé. Le président du conseil départemental en est informé sans délai : dites quand.'
        : 'Contact d’urgence inscrit.',
  });
}

export default function ContactDUrgence({
  loaderData: { creche, contacts, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const [actuel] = contacts;
  const { saisi, champ } = readValeurs(
    actionData,
    { nom: actuel?.nom, telephone: actuel?.telephone, du: aujourdhui },
    { 'Qui joindre': 'nom', Téléphone: 'telephone', Depuis: 'du' },
  );
  return (
    <Saisie
      titre={actuel ? 'Changer le contact d’urgence' : 'Inscrire le contact d’urgence'}
      sous={creche.nom}
      fil={listFilSuivi(creche.id, creche.nom)}
      acte="Enregistrer le contact"
      retour={`/creches/${creche.id}`}
      rendue={actionData}
      saisi={saisi}
      version={formatContactLu(actuel)}
      intro="Qui joindre d’urgence à la crèche. Son changement se dit sans délai au président du conseil départemental (CSP, art. R2324-25) ; le premier contact inscrit n’en est pas un."
      cote={<Precedents id={creche.id} contacts={contacts} />}
    >
      <ChampTexte {...champ('nom')} libelle="Qui joindre" aide="Un nom, ou une fonction" requis />
      <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" taille="moyen" requis />
      <ChampJour
        {...champ('du')}
        libelle="Depuis le"
        aide={
          actuel
            ? `Écrivez le ${formatJour(actuel.du, 'court')} pour corriger une faute dans le contact inscrit`
            : undefined
        }
        requis
      />
    </Saisie>
  );
}

function Precedents({ id, contacts }: { id: string; contacts: readonly ContactUrgence[] }) {
  const due = isInformationDue(contacts);
  return (
    <Bloc titre={`Contacts inscrits (${contacts.length})`}>
      {contacts.length === 0 ? <p className="petit">Aucun encore.</p> : null}
      <LignesDeBloc
        lignes={contacts.map(({ id: cle, nom, telephone, du, pcdLe }, rang) => ({
          cle,
          titre: `${nom}, ${telephone}`,
          detail: (
            <>
              depuis le {formatJour(du, 'long')}
              {pcdLe ? `, président informé le ${formatJour(pcdLe, 'court')}` : null}
              {due && rang === 0 ? (
                <>
                  {' '}
                  <Etiquette ton="retard">président pas informé</Etiquette>
                </>
              ) : null}
            </>
          ),
        }))}
      />
      {contacts[0]?.pcdLe === null ? (
        <p>
          <a href={formatAdresseContact(id, '/informer')}>Inscrire l’information du président</a>
        </p>
      ) : null}
    </Bloc>
  );
}
