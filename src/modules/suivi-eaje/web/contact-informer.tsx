import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordInformationContact } from '../data/contact-commands.server.ts';
import { readContacts } from '../data/creche-queries.server.ts';
import { formatContactLu } from '../suivi-saisie.ts';
import type { Route } from './+types/contact-informer.ts';
import { formatAdresseContact, listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const { creche, contacts } = await readContacts(tx, args.params.id);
    const [actuel] = contacts;
    if (!canSuivre(agent, creche) || !actuel) throw new Introuvable('Absent, ou hors de vos missions.');
    return { creche, actuel, aujourdhui };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordInformationContact,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/${id}/suivi`,
    fait: 'L’information du président est inscrite.',
  });
}

export default function InformerDuContact({
  loaderData: { creche, actuel, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Le président est informé du contact d’urgence"
      sous={`${creche.nom} · ${actuel.nom}, ${actuel.telephone}, depuis le ${formatJour(actuel.du, 'long')}`}
      fil={[
        ...listFilSuivi(creche.id, creche.nom),
        { titre: 'Contact d’urgence', href: formatAdresseContact(creche.id) },
      ]}
      acte="Inscrire l’information"
      retour={`/creches/${creche.id}/suivi`}
      rendue={actionData}
      version={formatContactLu(actuel)}
    >
      {actuel.pcdLe === null || actionData ? (
        <ChampJour {...champ('le', aujourdhui)} libelle="Informé le" requis />
      ) : (
        <p>Le président est informé de ce contact.</p>
      )}
    </Saisie>
  );
}
